import { caseById } from '../db/cases.ts'
import { type ClockCursor, climbing } from '../db/clock-sweeps.ts'
import type { Given } from '../domain/acts/acts.ts'
import { liveClock } from '../domain/case/complaint.ts'
import { calendarOf } from '../domain/city/city.ts'
import type { Clock } from '../domain/time/clocks.ts'
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
  const pressed = await inSteps<ClockCursor>(
    w,
    (after, limit) => climbing(w.db, 'explain', w.today, after, limit),
    ({ complaintId }) => press(w, complaintId),
  )
  return sum(counts, pressed)
}

/** What a head owes: its own head, then those who may have asked. */
async function press(w: JobWorld, complaintId: number): Promise<boolean> {
  const found = await caseById(w.db, complaintId)
  const clock = found && liveClock(found.complaint, 'explain')
  if (!clock) return false
  const last = rungDue(clock, w.today, calendarOf(w.s.city, clock.agencyId))
  return climbTo(w, complaintId, last, clock, (rung) => ({ name: 'press_explanation', rung }))
}

type Kind = (typeof LADDER_KINDS)[number]

async function climb(w: JobWorld, complaintId: number, kind: Kind): Promise<boolean> {
  const found = await caseById(w.db, complaintId)
  const clock = found && ladderClocks(found.complaint).find((one) => one.kind === kind)
  if (!clock) return false
  const last = rungDue(clock, w.today, calendarOf(w.s.city, found.complaint.leadAgencyId))
  const named = isBeside(kind) ? { clock: kind } : {}
  return climbTo(w, complaintId, last, clock, (rung) => ({ name: 'escalate', rung, ...named }))
}

async function climbTo(
  w: JobWorld,
  complaintId: number,
  last: number,
  clock: Clock,
  commandFor: (rung: number) => Given,
): Promise<boolean> {
  let done = false
  for (let rung = clock.rung + 1; rung <= last; rung++) {
    if (!(await byTimer(w, complaintId, commandFor(rung)))) return done
    done = true
  }
  return done
}
