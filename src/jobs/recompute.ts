import { type ClockCursor, movable, provisional, standing } from '../db/clock-sweeps.ts'
import type { Database } from '../db/database.ts'
import { keepProgress, progressOf } from '../db/progress.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { addDays, type IsoDate } from '../domain/time/time.ts'
import { byTimer, inSteps } from './steps.ts'
import type { Job, JobWorld } from './world.ts'

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

/** Kinds that are counted in working days; the others never move with the calendar. */
const KINDS: readonly ClockKind[] = ['verify', 'follow_up', 'settle', 'silence']

interface Progress extends ClockCursor {
  /** Index in KINDS; after the last one come the clocks that stand still. */
  kind: number
}

const JOB = 'recompute'

/** Call after holidays of a loaded year were amended. Clocks due earlier cannot move. */
export async function askRecompute(db: Database, firstChanged: IsoDate): Promise<void> {
  const from = addDays(firstChanged, -1)
  await keepProgress(db, JOB, { kind: 0, dueDay: from, complaintId: LAST_ID, from })
}

const LAST_ID = Number.MAX_SAFE_INTEGER

type Asked = Progress & { from: IsoDate }

export const recompute: Job = async (w) => {
  const counts = { done: 0, left: 0 }
  for (let step = 0; step < w.steps; step++) {
    const asked = await progressOf<Asked>(w.db, JOB)
    if (!asked) break
    const ids = await recomputeStep(w, asked)
    for (const id of ids) counts[(await byTimer(w, id, { name: 'recompute' })) ? 'done' : 'left']++
    // written only after the step is done: a run that dies repeats it, which changes nothing
    await keepProgress(w.db, JOB, ids.length < w.stepSize ? nextKind(asked) : asked)
  }
  return counts
}

/** Moves the cursor in `asked`. */
async function recomputeStep(w: JobWorld, asked: Asked): Promise<number[]> {
  const kind = KINDS[asked.kind]
  const rows = kind
    ? await movable(w.db, kind, asked, w.stepSize)
    : await standing(w.db, asked.complaintId, w.stepSize)
  const last: Partial<ClockCursor> = rows.at(-1) ?? {}
  asked.dueDay = last.dueDay ?? asked.dueDay
  asked.complaintId = last.complaintId ?? asked.complaintId
  return rows.map((row) => row.complaintId)
}

function nextKind({ kind, from }: Asked): Asked | null {
  const next = kind + 1
  if (next > KINDS.length) return null
  return { kind: next, dueDay: from, complaintId: next < KINDS.length ? LAST_ID : 0, from }
}
