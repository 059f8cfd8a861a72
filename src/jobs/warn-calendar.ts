import { tell } from '../db/outbox.ts'
import { addDays, type IsoDate, weekday, yearOf } from '../domain/time/time.ts'
import { type Job, openingFor } from './world.ts'

const WARN_FROM = '09-01'

export const warnCalendar: Job = async (w) => {
  const next = yearOf(w.today) + 1
  const missing = w.s.city.lastYear < next
  if (!missing || w.today.slice(5) < WARN_FROM) return { told: 0 }
  const queued = await tell(w.db, [
    {
      dedupe: `calendar_missing|${next}|${mondayOf(w.today)}`,
      complaintId: null,
      recipient: 'admin',
      agencyId: null,
      template: 'calendar_missing',
      notBefore: openingFor(w, 'staff'),
    },
  ])
  await w.enqueue(queued)
  return { told: queued.length }
}

function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -((weekday(day) + 6) % 7))
}
