import { rowsOf } from '../db/history.ts'
import { appendEntry, type NewEntry, openEntries } from '../db/oversight-entries.ts'
import { keepProgressFrom, progressOf } from '../db/progress.ts'
import { isSupervisory } from '../db/supervisory.ts'
import { type Broken, type IntegrityFacts, NOT_BROKEN } from '../domain/people/oversight.ts'
import type { HistoryFinding } from '../seal/history-check.ts'
import { alarm } from './history-alarm.ts'
import { lookAt } from './look-at.ts'
import type { Job, JobWorld } from './world.ts'

const JOB = 'integrity'
/** No report has so high a number: what is cut off here only has to be written down. */
const LAST = Number.MAX_SAFE_INTEGER

export interface IntegrityProgress extends Broken {
  /** Of the entry that asked for it. */
  of: number
  after: number
  checked: number
  differ: number
}

/** Asked for on the audit page: all reports, in steps that are each written down. */
export const checkIntegrity: Job = async (w) => {
  const [asked] = await openEntries(w.db, 'check', null)
  return { checked: asked ? await goOn(w, asked) : 0 }
}

/** Of two that are at it at once one stops: a step counts for whoever writes it down. */
export async function goOn(w: JobWorld, { seq: of, by }: { seq: number; by: string }) {
  const rows = rowsOf(w.env.DB)
  let looked = 0
  for (let step = 0; step < w.steps; step++) {
    const before = await progressOf<IntegrityProgress>(w.db, JOB)
    const at = before?.of === of ? before : { of, after: -1, checked: 0, differ: 0, ...NOT_BROKEN }
    const { checked, broken, orphans, next } = await lookAt(rows, at.after, w.stepSize)
    const found = { ...at, checked: at.checked + checked }
    found.differ += broken.length + orphans.length
    if (at.problem === null) Object.assign(found, await firstIn(w, broken, orphans))
    if (!(await keepProgressFrom(w.db, JOB, before, { ...found, after: next ?? LAST }))) break
    for (const finding of broken) await alarm(w, finding.problem, finding)
    looked += checked
    if (next === null) {
      const { after: _, of: __, ...facts } = found
      await record(w, { by, facts: { reference: null, ...facts }, of, once: `checked|${of}` })
      break
    }
  }
  return looked
}

/** One report, at once. `id`: its internal number. */
export async function checkReport(w: JobWorld, by: string, reference: string, id: number) {
  const { broken } = await lookAt(rowsOf(w.env.DB), id - 1, 1)
  const first = await firstIn(w, broken, [])
  const secret = (await isSupervisory(w.db, reference)) ? 1 : 0
  const facts: IntegrityFacts = { checked: 1, differ: broken.length, ...first, secret, reference }
  for (const finding of broken) await alarm(w, finding.problem, finding)
  await record(w, { by, facts })
}

type Found = Pick<NewEntry, 'by' | 'of' | 'once'> & { facts: IntegrityFacts }

async function record(w: JobWorld, { facts, ...found }: Found): Promise<void> {
  await appendEntry(w.db, {
    ...found,
    at: w.s.now,
    kind: 'checked',
    agencyId: 0,
    facts: { ...facts },
  })
}

async function firstIn(
  w: JobWorld,
  [first]: readonly HistoryFinding[],
  [orphan]: readonly string[],
): Promise<Broken> {
  if (!first && orphan)
    return { ...NOT_BROKEN, problem: 'complaint-row-missing', complaint: orphan }
  if (!first) return NOT_BROKEN
  const { problem, complaint, seq, other } = first
  const secret = complaint !== null && (await isSupervisory(w.db, complaint)) ? 1 : 0
  return { problem, complaint, seq, other, secret }
}
