import { caseById } from '../db/cases.ts'
import { runSplit } from '../db/clusters.ts'
import { stranded } from '../db/sweeps.ts'
import { inSteps } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

export const splitStranded: Job = (w) =>
  inSteps<{ id: number; rootId: number }>(
    w,
    (after, limit) => stranded(w.db, after, limit),
    ({ id }) => splitOne(w, id),
  )

const TRIES = 3

async function splitOne(w: JobWorld, memberId: number): Promise<boolean> {
  for (let i = 0; i < TRIES; i++) {
    const member = await caseById(w.db, memberId)
    if (!member) return false
    const result = await runSplit(w.s, member)
    if (result.ok) await w.enqueue(result.queued)
    if (result.ok || !result.conflict) return result.ok
  }
  return false
}
