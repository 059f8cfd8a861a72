import { entryAt } from '../db/oversight-entries.ts'
import { overdue, shownOf } from '../db/oversight-lists.ts'
import type { RawRow } from '../db/queue-rows.ts'
import { raw } from '../db/raw.ts'
import { agencyById, calendarOf } from '../domain/city/city.ts'
import { explainBy } from '../domain/time/explain-by.ts'
import { dateOf } from '../domain/time/time.ts'
import { patterns } from '../paths.ts'
import type { Writer } from './general.ts'

/** Reports that a letter names. */
const LINES = 10

/** @throws TypeError for an entry that is not there */
function about(say: 'reminded' | 'asked' | 'explained' | 'late'): Writer {
  return async (t, { db, env, city, now }, seq = '') => {
    const entry = await entryAt(db, Number(seq))
    if (!entry) throw new TypeError(`no entry ${seq}`)
    const { agencyId, at } = entry
    const today = dateOf(now, city.settings.offset)
    const due = explainBy(at, city.clockRules, calendarOf(city, agencyId))
    const rows =
      say === 'reminded' ? shownOf(await raw<RawRow>(db, overdue(agencyId, today).rows(null))) : []
    return t.inquiries.letters[say]({
      agency: agencyById(city, agencyId)?.name ?? t.trail.columns.agency,
      due: due === null ? undefined : t.longDate(due),
      lines: rows
        .slice(0, LINES)
        .map(({ reference, dueDay }) => `${reference}  ${t.longDate(String(dueDay))}`),
      link: env.PUBLIC_URL + patterns.inquiries,
    })
  }
}

export const agencyReminded = about('reminded')
export const agencyAsked = about('asked')
export const agencyExplained = about('explained')
export const agencyAnswerLate = about('late')
