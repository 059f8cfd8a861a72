import { guessMapping } from './imports.ts'

/** What was copied from a spreadsheet or typed, with the line of names where it has none: ours, in order. */
export function withHeaders(
  text: string,
  columns: readonly { name: string; label: string }[],
): string {
  const lines = text.trim()
  const sign = ['\t', ';', ','].find((one) => lines.includes(one)) ?? ';'
  const first = (lines.split('\n')[0] ?? '').split(sign)
  const isNamed = Object.keys(guessMapping(columns, first)).length > 0
  return isNamed ? lines : `${columns.map(({ name }) => name).join(sign)}\n${lines}`
}
