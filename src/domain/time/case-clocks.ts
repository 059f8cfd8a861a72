import type { RuleContext } from '../case/command.ts'
import { type Complaint, clockOf, liveClock } from '../case/complaint.ts'
import { dayZero } from './calendar.ts'
import { type ClockRule, ruleFor } from './clock-rules.ts'
import {
  type Clock,
  type ClockHolder,
  type ClockKind,
  endClock,
  pauseClock,
  recomputeClock,
  resumeClock,
  startClock,
  voidClock,
} from './clocks.ts'
import { PROMISES } from './due.ts'
import type { IsoDate } from './time.ts'

const HOLDER: Record<ClockKind, ClockHolder> = {
  verify: 'verifier',
  complete: 'verifier',
  follow_up: 'agency',
  settle: 'agency',
  decide: 'city',
  silence: 'reporter',
  completion: 'reporter',
}

export function start(
  complaint: Complaint,
  kind: ClockKind,
  ctx: RuleContext,
  from: IsoDate = dayZero(ctx.now, ctx.calendar),
): Complaint {
  const rule: ClockRule = ruleFor(ctx.clockRules, kind, complaint, from)
  const round = complaint.clocks.filter((clock) => clock.kind === kind).length + 1
  const agencyId = HOLDER[kind] === 'agency' ? complaint.leadAgencyId : null
  const spec = { kind, holder: HOLDER[kind], agencyId, unit: rule.unit, length: rule.length }
  return {
    ...complaint,
    clocks: [...complaint.clocks, startClock(spec, from, round, ctx.calendar)],
  }
}

function each(
  complaint: Complaint,
  kinds: readonly ClockKind[],
  f: (clock: Clock) => Clock,
): Complaint {
  return {
    ...complaint,
    clocks: complaint.clocks.map((clock) => (kinds.includes(clock.kind) ? f(clock) : clock)),
  }
}

function isPromise(clock: Clock): boolean {
  return (PROMISES as readonly ClockKind[]).includes(clock.kind)
}

/** A late one marks the complaint for good. */
export function end(
  complaint: Complaint,
  kinds: readonly ClockKind[],
  ctx: RuleContext,
): Complaint {
  const next = each(complaint, kinds, (clock) => endClock(clock, ctx.now, ctx.calendar))
  const late = next.clocks.some((clock) => clock.late && isPromise(clock))
  return { ...next, everLate: complaint.everLate || late }
}

const ALL: readonly ClockKind[] = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'silence',
  'completion',
]

/** A promise that is late by then stays known as late. */
export function dismiss(
  complaint: Complaint,
  ctx: RuleContext,
  kinds: readonly ClockKind[] = ALL,
): Complaint {
  const next = each(complaint, kinds, (clock) => voidClock(clock, ctx.now, ctx.calendar))
  return { ...next, everLate: end(complaint, kinds, ctx).everLate }
}

/** Never stands still: once taken away, it runs again from that same day; ended, it is over. */
export function startDecide(complaint: Complaint, ctx: RuleContext): Complaint {
  if (complaint.firstRoutedDay === null) return complaint
  const last = clockOf(complaint, 'decide')
  return last && last.status !== 'void'
    ? complaint
    : start(complaint, 'decide', ctx, complaint.firstRoutedDay)
}

export function pauseAll(complaint: Complaint, ctx: RuleContext): Complaint {
  return each(complaint, ALL, (clock) => pauseClock(clock, ctx.now, ctx.calendar))
}

export function resumeAll(complaint: Complaint, ctx: RuleContext): Complaint {
  return each(complaint, ALL, (clock) => resumeClock(clock, ctx.now, ctx.calendar))
}

export function reclass(complaint: Complaint, ctx: RuleContext): Complaint {
  const live = liveClock(complaint, 'settle')
  if (!live) return complaint
  const { length } = ruleFor(ctx.clockRules, 'settle', complaint, live.startDay)
  return each(complaint, ['settle'], (clock) =>
    clock.round === live.round
      ? { ...recomputeClock(clock, length, ctx.calendar), agencyId: complaint.leadAgencyId }
      : clock,
  )
}
