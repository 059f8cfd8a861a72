import { type Telling, tell } from '../db/outbox.ts'
import { openEntries } from '../db/oversight-entries.ts'
import { calendarOf } from '../domain/city/city.ts'
import { explainBy } from '../domain/time/explain-by.ts'
import { rungDue } from '../domain/time/ladder.ts'
import { type Job, openingFor } from './world.ts'

const RUNGS = ['head', 'inspectorate', 'leader'] as const

/** An answer that a head owes about an agency climbs as one about a case does. */
export const pressQuestions: Job = async (w) => {
  const tellings: Telling[] = []
  for (const { seq, at, agencyId } of await openEntries(w.db, 'question', null)) {
    const calendar = calendarOf(w.s.city, agencyId)
    const dueDay = explainBy(at, w.s.city.clockRules, calendar)
    if (dueDay === null) continue
    const rungs = RUNGS.slice(0, rungDue({ status: 'running', dueDay }, w.today, calendar))
    for (const recipient of rungs)
      tellings.push({
        dedupe: `agency_answer_late|${seq}|${recipient}`,
        complaintId: null,
        ...{ recipient, agencyId: recipient === 'head' ? agencyId : null },
        ...{ template: 'agency_answer_late', notBefore: openingFor(w, 'staff') },
      })
  }
  const queued = await tell(w.db, tellings)
  await w.enqueue(queued)
  return { told: queued.length }
}
