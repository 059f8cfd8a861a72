import { dayChanges, workingDaysIn } from '../../../domain/city/calendar-days.ts'
import type { City } from '../../../domain/city/city.ts'
import type { CalendarRow, Noun } from '../../../domain/city/sheets/sheet.ts'
import { rowTyped } from '../../../domain/city/typed-row.ts'
import type { Words } from '../../../words/words.ts'

interface Props {
  t: Words
  city: City
  /** As it is now; null: not loaded. */
  year: CalendarRow | null
  draft: { noun: Noun; rowId: number | null; typed: Readonly<Record<string, string>> }
}

/** Which days would be free, and which not any more. */
export function CalendarDays({ t, city, year, draft }: Props) {
  const say = t.calendar.draft
  const row = rowTyped(city, draft) as CalendarRow | null
  if (!row) return null
  if (!row.active) return <p>{say.removedYear(row.id)}</p>
  const changes = dayChanges(year?.days ?? [], row.days)
  const lines = [
    ...changes.added.map((one) => ({ ...one, what: say.added })),
    ...changes.removed.map((one) => ({ ...one, what: say.removed })),
  ].toSorted((a, b) => a.day.localeCompare(b.day))
  return (
    <>
      <p>{say.workingDays(row.id, t.number(workingDaysIn(row.id, row.days)))}</p>
      {lines.length > 0 && (
        <details open={year !== null}>
          <summary>
            {say.days} ({lines.length})
          </summary>
          <ul>
            {lines.map(({ day, name, what }) => (
              <li>
                {t.longDate(day)}: {what} ({name})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
