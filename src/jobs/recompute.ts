import { openCases, type PlaceCursor, provisional } from '../db/clock-sweeps.ts'
import type { Database } from '../db/database.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job } from './world.ts'

/** Nothing new to fix can come up before the next year is loaded: so once a day is enough. */
export const fixProvisional: Job = async (w) => {
  const lastDay = `${w.s.city.lastYear}-12-31`
  const swept = `${lastDay} ${w.today}`
  if ((await progressOf<string>(w.db, 'provisional')) === swept) return { done: 0, left: 0 }
  const counts = await inSteps<{ complaintId: number }>(
    w,
    (after, limit) => provisional(w.db, lastDay, after?.complaintId, limit),
    ({ complaintId }) => byTimer(w, complaintId, { name: 'recompute' }),
  )
  if (counts.done + counts.left < w.steps * w.stepSize)
    await keepProgress(w.db, 'provisional', swept)
  return counts
}

const JOB = 'recompute'

interface Progress {
  after?: PlaceCursor
}

/**
 * Call after holidays were amended. Every open case is looked at, since starts and pauses move, too;
 * whatever begins meanwhile is reckoned by the new calendar anyway.
 */
export async function askRecompute(db: Database): Promise<void> {
  await keepProgress(db, JOB, {})
}

export const recompute: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  for (let step = 0; step < w.steps; step++) {
    const asked = await progressOf<Progress>(w.db, JOB)
    if (!asked) break
    const places = await openCases(w.db, asked.after, w.stepSize)
    for (const { complaintId } of places)
      counts[(await byTimer(w, complaintId, { name: 'recompute' })) ? 'done' : 'left']++
    // written only after the step is done: a run that dies repeats it, which changes nothing
    await keepProgress(w.db, JOB, places.length < w.stepSize ? null : { after: places.at(-1) })
  }
  return counts
}
