import { openCases, provisional } from '../db/clock-sweeps.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { keepRecompute, type RecomputeAsked, recomputeAsked } from '../db/recompute-asked.ts'
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

/**
 * Every open case is looked at, since starts and pauses move, too; whatever begins meanwhile is
 * reckoned by the new calendar anyway. Asked anew while a step is at work, it begins again.
 */
export const recompute: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  for (let step = 0; step < w.steps; step++) {
    const asked = await recomputeAsked(w.db)
    if (!asked) break
    const places = await openCases(w.db, asked.after, w.stepSize)
    let moved = 0
    for (const { complaintId } of places)
      moved += Number(await byTimer(w, complaintId, { name: 'recompute' }))
    counts.done += moved
    counts.left += places.length - moved
    // written only after the step is done: a run that dies repeats it, which changes nothing
    const reached: RecomputeAsked = {
      ...{ asked: asked.asked, after: places.at(-1) },
      looked: asked.looked + places.length,
      moved: asked.moved + moved,
    }
    // this run knows the calendar of before; the next reads the new one
    if (!(await keepRecompute(w.db, reached, places.length < w.stepSize))) break
  }
  return counts
}
