import type { RuleContext } from '../case/command.ts'
import { type Complaint, clockOf, liveClock } from '../case/complaint.ts'
import { dayZero, openDay, workingDayOnOrAfter } from './calendar.ts'
import { type ClockRule, ruleFor } from './clock-rules.ts'
import {
  type Clock,
  type ClockHolder,
  type ClockKind,
  endClock,
  isLateOn,
  pauseClock,
  recomputeClock,
  resumeClock,
  shortened,
  startClock,
  takeBackClock,
  voidClock,
} from './clocks.ts'
import { type DateContext, type Dated, decideSince } from './decide-since.ts'
import { PROMISES } from './due.ts'
import { BESIDE, isBeside } from './ladder.ts'
import { type PauseCause, stopsOf } from './pauses.ts'
import { isLimited, targetHeld } from './target.ts'
import { dateOf, daysBetween, type IsoDate } from './time.ts'

const HOLDER: Record<ClockKind, ClockHolder> = {
  verify: 'verifier',
  complete: 'verifier',
  follow_up: 'agency',
  settle: 'agency',
  decide: 'city',
  promise: 'agency',
  target: 'agency',
  silence: 'reporter',
  completion: 'reporter',
  objection: 'city',
  explain: 'agency',
}

/** Their lateness is that of the agency which had the case on the due day. */
const CHARGED: readonly ClockKind[] = ['follow_up', 'explain', ...PROMISES]

export function start(
  complaint: Complaint,
  kind: ClockKind,
  ctx: RuleContext,
  { since = openDay(ctx.now, ctx.calendar), ruleOf = '' } = {},
): Complaint {
  const begins = workingDayOnOrAfter(since, ctx.calendar)
  const rule: ClockRule = ruleFor(ctx.clockRules, kind, complaint, ruleOf || begins)
  const round = complaint.clocks.filter((clock) => clock.kind === kind).length + 1
  const agencyId = CHARGED.includes(kind) ? complaint.leadAgencyId : null
  const spec = { kind, holder: HOLDER[kind], agencyId, unit: rule.unit, length: rule.length }
  return {
    ...complaint,
    clocks: [...complaint.clocks, startClock(spec, since, round, ctx.calendar)],
  }
}

/** The agency's own word, beside the legal dates and without any touch on them; one at a time. */
export function startPromise(complaint: Complaint, day: IsoDate, ctx: RuleContext): Complaint {
  const moved = dismiss(complaint, ctx, ['promise'])
  const round = moved.clocks.filter(({ kind }) => kind === 'promise').length + 1
  const since = todayOf(ctx)
  const length = daysBetween(since, day)
  const { leadAgencyId: agencyId } = complaint
  const spec = { kind: 'promise', holder: HOLDER.promise, agencyId, unit: 'calendar_day' } as const
  const given = startClock({ ...spec, length }, since, round, ctx.calendar)
  return { ...moved, clocks: [...moved.clocks, given] }
}

function each<C extends Pick<Complaint, 'clocks'>>(
  complaint: C,
  kinds: readonly ClockKind[],
  f: (clock: Clock) => Clock,
): C {
  return {
    ...complaint,
    clocks: complaint.clocks.map((clock) => (kinds.includes(clock.kind) ? f(clock) : clock)),
  }
}

function isPromise(clock: Clock): boolean {
  return (PROMISES as readonly ClockKind[]).includes(clock.kind)
}

/** What was late stays known as late. */
function marked(complaint: Complaint): Complaint {
  const late = complaint.clocks.some((clock) => clock.late && isPromise(clock))
  return { ...complaint, everLate: complaint.everLate || late }
}

/** A late one marks the complaint for good. */
export function end(
  complaint: Complaint,
  kinds: readonly ClockKind[],
  ctx: RuleContext,
): Complaint {
  return marked(each(complaint, kinds, (clock) => endClock(clock, ctx.now, ctx.calendar)))
}

/** But `explain`, which stands beside the case: its end is not that of the case. */
const ALL: readonly ClockKind[] = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'promise',
  'target',
  'silence',
  'completion',
  'objection',
]

/** Without an outcome, but a late one stays known as late: see takeBack. */
export function dismiss(
  complaint: Complaint,
  ctx: RuleContext,
  kinds: readonly ClockKind[] = ALL,
): Complaint {
  return marked(each(complaint, kinds, (clock) => voidClock(clock, ctx.now, ctx.calendar)))
}

/** The agency passes it on: what it let run out is its own, the rest is nobody's. */
export function handOver(complaint: Complaint, ctx: RuleContext): Complaint {
  const own = BESIDE.flatMap((kind) => liveClock(complaint, kind) ?? [])
  const late = own.filter((clock) => isLateOn(clock, todayOf(ctx)))
  const kinds = late.map(({ kind }) => kind)
  const passed = dismiss(end(complaint, kinds, ctx), ctx, BESIDE)
  const word = own.find((clock) => clock.kind === 'promise' && !late.includes(clock))
  // nobody keeps it, also not the same agency where the case comes back to it
  return each(passed, ['promise'], (clock) =>
    clock.round === word?.round ? { ...clock, agencyId: null } : clock,
  )
}

function todayOf({ now, calendar }: RuleContext): IsoDate {
  return dateOf(now, calendar.offset)
}

/** From receipt on the last day that it can end on is known; being routed only brings it nearer. */
export function startDecide(complaint: Complaint, ctx: RuleContext): Complaint {
  return start(complaint, 'decide', ctx, { since: decideSince(complaint, ctx) })
}

const LAID_ASIDE: readonly ClockKind[] = [
  ...(['verify', 'complete', 'follow_up', 'promise', 'target'] as const),
  ...PROMISES,
]

/**
 * What was laid aside goes on from its own start. The days that it lay are given back, but of the
 * sixty and of what never stands still. The last of each kind only: one before it had its end.
 */
export function takeBack(complaint: Complaint, cause: PauseCause, ctx: RuleContext): Complaint {
  const lasts = LAID_ASIDE.map((kind) => clockOf(complaint, kind))
  return each(complaint, LAID_ASIDE, (clock) => {
    const ofAnother = isBeside(clock.kind) && clock.agencyId !== complaint.leadAgencyId
    const unlimited = clock.kind === 'target' && !isLimited(complaint, clock, ctx)
    return ofAnother || unlimited || !lasts.includes(clock)
      ? clock
      : takeBackClock(clock, ctx.now, cause, ctx.calendar)
  })
}

/** What was given back beyond a day that the reporter was told meanwhile is taken again. */
export function heldTo(complaint: Complaint, told: IsoDate, ctx: RuleContext): Complaint {
  return each(complaint, ['settle'], (clock) => shortened(clock, told, ctx.calendar))
}

/** Times in a round that a question of the agency stops its clock; a further one stops nothing. */
const STOPS = 2

export function pauseAll(
  complaint: Complaint,
  cause: 'verifier' | 'agency',
  ctx: RuleContext,
): Complaint {
  const agencyId = cause === 'agency' ? complaint.leadAgencyId : null
  const settle = liveClock(complaint, 'settle')
  const spent = agencyId !== null && settle && stopsOf(settle.pauses, agencyId) >= STOPS
  if (spent) return complaint
  return each(complaint, ALL, (clock) =>
    pauseClock(clock, ctx.now, { cause, agencyId }, ctx.calendar),
  )
}

export function resumeAll(complaint: Complaint, ctx: RuleContext): Complaint {
  return each(complaint, ALL, (clock) => resumeClock(clock, ctx.now, ctx.calendar))
}

/**
 * The promise by the class and the holder that the complaint has now, from the same start. One that
 * is late already stays as it is and whose it was; one that is late on arrival is not the new holder's.
 */
export function reclass(complaint: Complaint, ctx: RuleContext): Complaint {
  const today = todayOf(ctx)
  const { leadAgencyId: agencyId } = complaint
  return each(targetHeld(complaint, ctx), PROMISES, (clock) => {
    if (isLateOn(clock, today)) return clock
    const { length } = ruleFor(ctx.clockRules, clock.kind, complaint, clock.startDay)
    const since = clock.kind === 'decide' ? decideSince(complaint, ctx) : clock.since
    const own = recomputeClock(clock, ctx.calendar, { length, agencyId, since })
    return isLateOn(own, today) ? recomputeClock(clock, ctx.calendar, { length, since }) : own
  })
}

/** What dates follow from, and what is asked for them. */
export type Reckoned = Dated & Pick<Complaint, 'receivedAt' | 'clocks'>

/** By a calendar that was changed: first the day of receipt, then all that counts from it. */
export function recompute<C extends Reckoned>(complaint: C, ctx: DateContext): C {
  const received = {
    ...complaint,
    dayZero: dayZero(complaint.receivedAt, ctx.calendar),
  }
  const since = decideSince(received, ctx)
  return each(received, [...ALL, 'explain'], (clock) =>
    recomputeClock(clock, ctx.calendar, clock.kind === 'decide' ? { since } : {}),
  )
}
