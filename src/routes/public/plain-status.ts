import { dueText } from '../../copy/due.ts'
import { states } from '../../copy/id/states.ts'
import { agencyById } from '../../domain/city.ts'
import { daysLeft, dueNow } from '../../domain/due.ts'
import { calendarOf } from '../../domain/city.ts'
import { dateOf } from '../../domain/time.ts'
import type { AppContext } from '../../http.ts'

/** The status in a few lines for the thinnest line there is; at most 300 bytes. */
export const plainStatus = (c: AppContext): string => {
  const { dossier, city, now } = c.var
  const complaint = dossier.complaint
  const today = dateOf(now, city.settings.offset)
  const agency = agencyById(city, complaint.leadAgencyId)
  return [
    complaint.reference,
    states[complaint.state].label,
    ...(agency ? [agency.shortName] : []),
    dueText(dueNow(complaint), daysLeft(complaint, today, calendarOf(city)), today),
    '',
  ].join('\n')
}
