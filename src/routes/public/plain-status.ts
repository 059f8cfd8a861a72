import { dueWords } from '../../copy/due.ts'
import { stateLabelForOthers, states } from '../../copy/id/states.ts'
import { status as words } from '../../copy/id/status.ts'
import { agencyById, calendarOf } from '../../domain/city.ts'
import { daysLeft, dueNow } from '../../domain/due.ts'
import { dateOf } from '../../domain/time.ts'
import type { AppContext } from '../../http.ts'
import { handledBy } from './status-of.ts'

export const wantsPlain = (c: AppContext): boolean =>
  c.req.header('Accept')?.startsWith('text/plain') === true

/** The status in a few lines for the thinnest line there is; at most 300 bytes. */
export const plainStatus = (c: AppContext): string => {
  const { dossier, city, now } = c.var
  const complaint = dossier.complaint
  const handled = handledBy(dossier, city, now)
  const today = dateOf(now, city.settings.offset)
  const agency = agencyById(city, handled.leadAgencyId)
  const calendar = calendarOf(city, handled.leadAgencyId)
  const waits = handled === complaint ? 'Anda' : 'pelapor'
  const due = dueWords(dueNow(handled), daysLeft(handled, today, calendar), today, waits)
  return [
    complaint.reference,
    states[complaint.state].label,
    ...(handled === complaint ? [] : [words.rootIs(stateLabelForOthers(handled.state))]),
    ...(agency ? [agency.shortName] : []),
    due.main,
    due.detail,
    '',
  ]
    .filter((line, i, all) => line || i === all.length - 1)
    .join('\n')
}
