import { tell } from '../db/outbox.ts'
import { missingYear } from '../domain/city/missing-year.ts'
import { addDays, type IsoDate, weekday } from '../domain/time/time.ts'
import { type Job, openingFor } from './world.ts'

export const warnCalendar: Job = async (w) => {
  const next = missingYear(w.s.city, w.today)
  if (next === null) return { told: 0 }
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
