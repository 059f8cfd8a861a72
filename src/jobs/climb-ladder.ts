import { caseById } from '../db/cases.ts'
import { type ClockCursor, climbing } from '../db/clock-sweeps.ts'
import { calendarOf } from '../domain/city/city.ts'
import { isBeside, LADDER_KINDS, ladderClocks, rungDue } from '../domain/time/ladder.ts'
import { byTimer, inSteps, sum } from './steps.ts'
import type { Counts, Job, JobWorld } from './world.ts'

/** Rungs missed while no cron came are climbed one after another, so that nobody is left out. */
export const climbLadder: Job = async (w) => {
  let counts: Counts = {}
  for (const kind of LADDER_KINDS) {
    const climbed = await inSteps<ClockCursor>(
      w,
      (after, limit) => climbing(w.db, kind, w.today, after, limit),
      ({ complaintId }) => climb(w, complaintId, kind),
    )
    counts = sum(counts, climbed)
  }
  return counts
}

type Kind = (typeof LADDER_KINDS)[number]

async function climb(w: JobWorld, complaintId: number, kind: Kind): Promise<boolean> {
  const found = await caseById(w.db, complaintId)
  const clock = found && ladderClocks(found.complaint).find((one) => one.kind === kind)
  if (!clock) return false
  const last = rungDue(clock, w.today, calendarOf(w.s.city, found.complaint.leadAgencyId))
  const named = isBeside(kind) ? { clock: kind } : {}
  let done = false
  for (let rung = clock.rung + 1; rung <= last; rung++) {
    if (!(await byTimer(w, complaintId, { name: 'escalate', rung, ...named }))) return done
    done = true
  }
  return done
}
