import { runFollow } from '../db/clusters.ts'
import { movingRoots, stillUnder } from '../db/moving.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

interface One {
  id: number
}

/** Where two clusters were joined, those under the one come under the root of the other. */
export const followRoots: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  for (const { id } of await movingRoots(w.db, 0, w.stepSize)) {
    const moved = await inSteps<One>(
      w,
      (after, limit) => stillUnder(w.db, id, after?.id, limit),
      (member) => followOne(w, member.id),
    )
    counts.done += moved.done
    counts.left += moved.left
    const rest = await stillUnder(w.db, id, 0, 1)
    if (rest.length === 0) await byTimer(w, id, { name: 'hand_on' })
  }
  return counts
}

const TRIES = 3

async function followOne(w: JobWorld, memberId: number): Promise<boolean> {
  for (let i = 0; i < TRIES; i++) {
    const result = await runFollow(w.s, memberId)
    if (result.ok) await w.enqueue(result.queued)
    if (result.ok || !result.conflict) return result.ok
  }
  return false
}
