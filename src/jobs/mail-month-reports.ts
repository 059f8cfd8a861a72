import { tell } from '../db/outbox.ts'
import { workingDayOnOrAfter } from '../domain/time/calendar.ts'
import { addDays, monthBack, monthOf } from '../domain/time/time.ts'
import { type Job, openingFor } from './world.ts'

/** Should the first working day's run fail, the next ones make up. */
const DAYS = 7

/** On the first working day of a month, about the one before: to each head, and to the leader. */
export const mailMonthReports: Job = async (w) => {
  const month = monthOf(w.today)
  const first = workingDayOnOrAfter(`${month}-01`, w.calendar)
  if (w.today < first || w.today > addDays(first, DAYS)) return { told: 0 }
  const before = monthBack(month, 1)
  const heads = w.s.city.agencies
    .filter(({ active }) => active)
    .map(({ id }) => ({ id, recipient: 'head' as const, agencyId: id }))
  const all = [{ id: 0, recipient: 'leader' as const, agencyId: null }, ...heads]
  const queued = await tell(
    w.db,
    all.map(({ id, recipient, agencyId }) => ({
      ...{ dedupe: `month_report|${before}|${id}`, complaintId: null, recipient, agencyId },
      ...{ template: 'month_report' as const, notBefore: openingFor(w, 'staff') },
    })),
  )
  await w.enqueue(queued)
  return { told: queued.length }
}
