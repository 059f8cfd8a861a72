import { tell } from '../db/outbox.ts'
import { unverified } from '../db/sweeps.ts'
import { isWorkingToday, type Job, openingFor } from './world.ts'

export const unverifiedDigest: Job = async (w) => {
  if (!isWorkingToday(w)) return { told: 0 }
  const waiting = await unverified(w.db, 1)
  if (waiting.length === 0) return { told: 0 }
  const queued = await tell(w.db, [
    {
      dedupe: `unverified_digest|${w.today}`,
      complaintId: null,
      recipient: 'verifier',
      agencyId: null,
      template: 'unverified_digest',
      notBefore: openingFor(w, 'staff'),
    },
  ])
  await w.enqueue(queued)
  return { told: queued.length }
}
