import { runUnattended } from '../db/run-command.ts'
import type { Given } from '../domain/acts/acts.ts'
import type { Counts, JobWorld } from './world.ts'

/**
 * Each page begins behind the last item, so that one that cannot be done now holds up no others.
 * @returns how many items `each` says it did, and how many not
 */
export async function inSteps<T>(
  w: Pick<JobWorld, 'stepSize' | 'steps'>,
  page: (after: T | undefined, limit: number) => Promise<readonly T[]>,
  each: (item: T) => Promise<boolean>,
): Promise<{ done: number; left: number }> {
  const counts = { done: 0, left: 0 }
  let after: T | undefined
  for (let step = 0; step < w.steps; step++) {
    const items = await page(after, w.stepSize)
    for (const item of items) counts[(await each(item)) ? 'done' : 'left'] += 1
    after = items.at(-1)
    if (items.length < w.stepSize) break
  }
  return counts
}

/** False when the timer may not. */
export async function byTimer(w: JobWorld, complaintId: number, command: Given): Promise<boolean> {
  const result = await runUnattended(w.s, complaintId, command)
  if (result.ok) await w.enqueue(result.queued)
  return result.ok
}

export function sum(a: Counts, b: Counts): Counts {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((k) => [k, (a[k] ?? 0) + (b[k] ?? 0)]),
  )
}
