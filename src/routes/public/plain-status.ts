import { agencyById, calendarOf } from '../../domain/city/city.ts'
import { daysLeft, dueNow } from '../../domain/time/due.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import { handledBy } from './status-of.ts'

export function wantsPlain(c: AppContext): boolean {
  return c.req.header('Accept')?.startsWith('text/plain') === true
}

/** The status in a few lines for the thinnest line there is; at most 300 bytes. */
export function plainStatus(c: AppContext): string {
  const { dossier, city, now, t } = c.var
  const complaint = dossier.complaint
  const handled = handledBy(dossier, city, now)
  const today = dateOf(now, city.settings.offset)
  const agency = agencyById(city, handled.leadAgencyId)
  const calendar = calendarOf(city, handled.leadAgencyId)
  const waits = handled === complaint ? 'you' : 'other'
  const due = t.dueWords(dueNow(handled), daysLeft(handled, today, calendar), today, waits)
  return [
    complaint.reference,
    t.states[complaint.state].label,
    ...(handled === complaint ? [] : [t.status.rootIs(t.stateLabelForOthers(handled.state))]),
    ...(agency ? [agency.shortName] : []),
    due.main,
    due.detail,
    '',
  ]
    .filter((line, i, all) => line || i === all.length - 1)
    .join('\n')
}
