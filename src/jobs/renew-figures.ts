import { addFigures } from '../db/ledger/figures.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import { figuresIn, metricsOf, monthBefore, recountScopes } from '../db/recounting.ts'
import { type Contribution, correction } from '../domain/figures/figures.ts'
import { reportsIn } from './check-figures.ts'
import type { Job, JobWorld } from './world.ts'

/** Raised when `contribution` counts otherwise than before: then every month is counted anew. */
const RULE = 6

/** Months from this one on are by the rule; null: all are. */
interface Progress {
  rule: number
  from: string | null
}

const JOB = 'figures'
const AFTER_ALL = '9999-12'
const BATCH = 50

/** A month a run, the newest first. */
export const renewFigures: Job = async (w) => {
  const known = await progressOf<Progress>(w.db, JOB)
  const from = known?.rule === RULE ? known.from : AFTER_ALL
  if (from === null) return { renewed: 0, moved: 0 }
  const month = await monthBefore(w.db, from)
  const counts = month === null ? { renewed: 0, moved: 0 } : await renew(w, month)
  // where commands moved rows meanwhile, the next run counts the month once more
  if (counts.moved === 0) await keepProgress(w.db, JOB, { rule: RULE, from: month })
  return counts
}

/**
 * What a row lacks is added to it and not set, so that a command right after the count is kept. A
 * row that moved during the count is left alone.
 */
async function renew(w: JobWorld, month: string) {
  const before = await storedIn(w, month)
  const counted = await recountScopes(w.db, reportsIn(w, month))
  const stored = await storedIn(w, month)
  const spell = (rows: Contribution[]) =>
    new Map(rows.map((row) => [row.scope, JSON.stringify(row.metrics)]))
  const [old, now] = [spell(before), spell(stored)]
  const lacking = correction(stored, counted)
  const still = lacking.filter(({ scope }) => old.get(scope) === now.get(scope))
  for (let i = 0; i < still.length; i += BATCH) {
    const [first, ...rest] = still.slice(i, i + BATCH).map((row) => addFigures(w.db, row))
    if (first) await w.db.batch([first, ...rest])
  }
  return { renewed: still.length, moved: lacking.length - still.length }
}

async function storedIn(w: JobWorld, month: string): Promise<Contribution[]> {
  const rows = await figuresIn(w.db, month)
  return rows.map((row) => ({ scope: row.scope, month, metrics: metricsOf(row) }))
}
