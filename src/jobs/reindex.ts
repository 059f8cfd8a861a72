import { INDEXED_AS } from '../db/complaint-rows.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { indexedAfter } from '../db/reindexing.ts'
import { runUnattended } from '../db/run-command.ts'
import type { Job } from './world.ts'

const JOB = 'reindex'

interface Progress {
  /** What all before `after` are indexed as. */
  as: number
  after: number
}

/** What is filed from now on is indexed right from the beginning. */
const ALL = Number.MAX_SAFE_INTEGER

/**
 * Reports from before are found by what newer ones are found by, and lie on the desk where newer ones
 * would, by a command each, since an event vouches for their rows. One step a run, or it would keep the
 * timers waiting; once all are done, it reads its progress alone.
 */
export const reindex: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  const before = await progressOf<Progress>(w.db, JOB)
  const after = before?.as === INDEXED_AS ? before.after : 0
  if (after === ALL) return counts
  const rows = await indexedAfter(w.db, after, w.stepSize)
  for (const { id, isOld } of rows) {
    if (!isOld) continue
    const result = await runUnattended(w.s, id, { name: 'reindex' }).catch(() => null)
    counts[result?.ok ? 'done' : 'left'] += 1
  }
  const reached = rows.length < w.stepSize ? ALL : (rows.at(-1)?.id ?? ALL)
  await keepProgress(w.db, JOB, { as: INDEXED_AS, after: reached })
  return counts
}
