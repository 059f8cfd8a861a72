import { type Telling, tell } from '../db/outbox.ts'
import type { JobWorld } from './world.ts'

/** The query must leave out letters that are written, so that each page brings new ones. */
export async function tellInSteps(
  w: JobWorld,
  missing: (limit: number) => Promise<readonly Telling[]>,
): Promise<number> {
  let told = 0
  for (let step = 0; step < w.steps; step++) {
    const tellings = await missing(w.stepSize)
    const queued = await tell(w.db, tellings)
    await w.enqueue(queued)
    told += queued.length
    if (tellings.length < w.stepSize) break
  }
  return told
}
