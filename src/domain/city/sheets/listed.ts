import { cleanText } from '../../text/clean-text.ts'
import type { CityRow, Column } from './sheet.ts'

const MOST = 20

/** Short lists: a line for each, its parts between bars. 'Ombudsman | bila tidak ditangani | 137' */
export function listed<Row extends CityRow>(
  name: string,
  property: keyof Row & string,
  parts: readonly string[],
): Column<Row> {
  return {
    ...{ name, kind: 'text', required: false },
    shown: (row) =>
      (row[property] as readonly Readonly<Record<string, string>>[])
        .map((one) => parts.map((key) => one[key]).join(' | '))
        .join('\n'),
    read: (typed) => {
      const lines = cleanText(typed)
        .split('\n')
        .filter((line) => line.trim() !== '')
      const rows = lines.map((line) => line.split('|').map((text) => text.trim()))
      const whole = rows.every((row) => row.length === parts.length && row.every(Boolean))
      if (!whole) return { ok: false, fault: 'unreadable' }
      if (rows.length > MOST) return { ok: false, fault: 'long' }
      const value = rows.map((row) =>
        Object.fromEntries(parts.map((key, i) => [key, row[i] ?? ''])),
      )
      return { ok: true, part: { [property]: value } as Partial<Row> }
    },
  }
}
