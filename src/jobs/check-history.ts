import { rowsOf } from '../db/history.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { alarm } from './history-alarm.ts'
import { lookAt } from './look-at.ts'
import type { Job } from './world.ts'

const JOB = 'history'

/** Some reports a night, in turn; `npm run check:history` looks at all, and at the days, too. */
export const checkHistory: Job = async (w) => {
  const rows = rowsOf(w.env.DB)
  const counts = { checked: 0, differ: 0 }
  let after: number | null = (await progressOf<number>(w.db, JOB)) ?? -1
  for (let step = 0; step < w.steps && after !== null; step++) {
    const { checked, broken, orphans, next } = await lookAt(rows, after, w.stepSize)
    for (const complaint of orphans)
      await alarm(w, 'rows without their report', { complaint, day: null, seq: null })
    for (const finding of broken) await alarm(w, finding.problem, finding)
    counts.differ += broken.length + orphans.length
    counts.checked += checked
    after = next
    await keepProgress(w.db, JOB, after)
  }
  return counts
}
