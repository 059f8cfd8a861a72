import {
  hold,
  type ImportRun,
  importsAtWork,
  keepOutcomes,
  linesAfter,
  linesLeft,
} from '../../db/imports.ts'
import { isAdmin } from '../../db/staff-rights.ts'
import { type LineOutcome, typedOf } from '../../domain/city/imports.ts'
import { MINUTE } from '../../domain/time/time.ts'
import type { Job } from '../world.ts'
import type { ImportSession, ImportWorld } from './importer.ts'
import { importerOf } from './importers.ts'
import { openLines } from './sealed-lines.ts'

/** Longer than a step takes; a run that dies is taken up by the next after it. */
const HELD = MINUTE

const STEP = 50

export const runImports: Job = async ({ env, db, s, steps }) => {
  const counts = { lines: 0 }
  for (const run of await importsAtWork(db, 3)) {
    const world = { env, db, now: s.now, by: run.by }
    counts.lines += await workOn(world, run, steps)
  }
  return counts
}

/**
 * Lines in steps, each written down before the next. Killed in between, a line may be taken in twice:
 * the second time it says the same as what is there.
 */
export async function workOn(world: ImportWorld, run: ImportRun, steps: number): Promise<number> {
  const { db } = world
  const importer = importerOf(run.kind)
  if (!importer || !(await hold(db, run.id, Date.now(), Date.now() + HELD))) return 0
  const dry = run.state === 'checking'
  const session = await importer.open(world, dry, run.id)
  // a dry run knows of the lines before it by judging them again, also when it was cut off
  const page = (after: number) =>
    dry ? linesAfter(db, run.id, after, STEP) : linesLeft(db, run.id, STEP)
  let [counts, after, looked] = [run.counts, 0, 0]
  for (let step = 0; dry || step < steps; step++) {
    if (!dry && !(await isAdmin(db, run.by.slice(6)))) {
      await keepOutcomes(db, { id: run.id, counts }, [], { state: 'checked', heldUntil: 0 })
      return looked
    }
    const stored = await page(after)
    const lines = importer.sealed ? await openLines(world.env, stored) : stored
    const typed = lines.map(({ cells }) => typedOf(cells, run.mapping))
    const judged = await (session.page?.(typed) ?? oneByOne(session, typed))
    const done = lines.flatMap(({ n, outcome }, i) => {
      const own = judged[i]
      return outcome === null && own ? [{ n, outcome: own }] : []
    })
    looked += done.length
    after = lines.at(-1)?.n ?? after
    const over = lines.length < STEP
    counts = await keepOutcomes(db, { id: run.id, counts }, done, {
      ...(over ? { state: dry ? 'checked' : 'done' } : {}),
      heldUntil: over ? 0 : Date.now() + HELD,
      forget: importer.sealed && !dry,
    })
    if (over) return looked
  }
  await keepOutcomes(db, { id: run.id, counts }, [], { heldUntil: 0 })
  return looked
}

async function oneByOne(session: ImportSession, lines: readonly Record<string, string>[]) {
  const outcomes: LineOutcome[] = []
  for (const typed of lines) outcomes.push(await session.line(typed))
  return outcomes
}
