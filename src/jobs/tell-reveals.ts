import { revealKey, untoldReveals } from '../db/reveals.ts'
import { REVEAL_SHOWN_AFTER } from '../domain/case/visibility.ts'
import { tellInSteps } from './telling.ts'
import { type Job, openingFor } from './world.ts'

/** When the status page begins to show it. */
export const tellReveals: Job = async (w) => {
  const notBefore = openingFor(w, 'reporter')
  const told = await tellInSteps(w, async (limit) => {
    const rows = await untoldReveals(w.db, w.s.now - REVEAL_SHOWN_AFTER, limit)
    return rows.map((row) => ({
      dedupe: revealKey(row),
      complaintId: row.complaintId,
      recipient: 'reporter' as const,
      agencyId: null,
      template: 'reveal_notice',
      notBefore,
    }))
  })
  return { revealsTold: told }
}
