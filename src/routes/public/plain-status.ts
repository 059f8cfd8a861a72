import { dueWords } from '../../copy/due.ts'
import { states } from '../../copy/id/states.ts'
import { agencyById, calendarOf } from '../../domain/city.ts'
import { daysLeft, dueNow } from '../../domain/due.ts'
import { dateOf } from '../../domain/time.ts'
import type { AppContext } from '../../http.ts'

/** The status in a few lines for the thinnest line there is; at most 300 bytes. */
export const plainStatus = (c: AppContext): string => {
  const { dossier, city, now } = c.var
  const complaint = dossier.complaint
  const today = dateOf(now, city.settings.offset)
  const agency = agencyById(city, complaint.leadAgencyId)
  const calendar = calendarOf(city, complaint.leadAgencyId)
  const due = dueWords(dueNow(complaint), daysLeft(complaint, today, calendar), today, 'Anda')
  return [
    complaint.reference,
    states[complaint.state].label,
    ...(agency ? [agency.shortName] : []),
    due.main,
    due.detail,
    '',
  ]
    .filter((line, i, all) => line || i === all.length - 1)
    .join('\n')
}
