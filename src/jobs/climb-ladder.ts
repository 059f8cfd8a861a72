import { caseById } from '../db/cases.ts'
import { type ClockCursor, climbing } from '../db/clock-sweeps.ts'
import { contextOf } from '../db/run-command.ts'
import { dueNow } from '../domain/time/due.ts'
import { LADDER_KINDS, rungDue } from '../domain/time/ladder.ts'
import { byTimer, inSteps, sum } from './steps.ts'
import type { Counts, Job, JobWorld } from './world.ts'

/** Rungs missed while no cron came are climbed one after another, so that nobody is left out. */
export const climbLadder: Job = async (w) => {
  let counts: Counts = {}
  for (const kind of LADDER_KINDS) {
    const climbed = await inSteps<ClockCursor>(
      w,
      (after, limit) => climbing(w.db, kind, w.today, after, limit),
      ({ complaintId }) => climb(w, complaintId),
    )
    counts = sum(counts, climbed)
  }
  return counts
}

async function climb(w: JobWorld, complaintId: number): Promise<boolean> {
  const found = await caseById(w.db, complaintId)
  if (!found) return false
  const due = dueNow(found.complaint)
  if (due.kind !== 'due') return false
  const last = rungDue(due.clock, w.today, contextOf(w.s, found.complaint).calendar)
  let done = false
  for (let rung = due.clock.rung + 1; rung <= last; rung++) {
    if (!(await byTimer(w, complaintId, { name: 'escalate', rung }))) return done
    done = true
  }
  return done
}
