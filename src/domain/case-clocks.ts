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
import type { Context } from './command.ts'
import { type Complaint, clockOf, liveClock } from './complaint.ts'
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

/** Starts the next clock of a kind on a day, or on the day 0 of now. */
export const start = (
  c: Complaint,
  kind: ClockKind,
  ctx: Context,
  from: IsoDate = dayZero(ctx.now, ctx.calendar),
): Complaint => {
  const rule: ClockRule = ruleFor(ctx.clockRules, kind, c, from)
  const round = c.clocks.filter((clock) => clock.kind === kind).length + 1
  const agencyId = HOLDER[kind] === 'agency' ? c.leadAgencyId : null
  const spec = { kind, holder: HOLDER[kind], agencyId, unit: rule.unit, length: rule.length }
  return { ...c, clocks: [...c.clocks, startClock(spec, from, round, ctx.calendar)] }
}

const each = (
  c: Complaint,
  kinds: readonly ClockKind[],
  f: (clock: Clock) => Clock,
): Complaint => ({
  ...c,
  clocks: c.clocks.map((clock) => (kinds.includes(clock.kind) ? f(clock) : clock)),
})

const isPromise = (clock: Clock): boolean => clock.kind === 'settle' || clock.kind === 'decide'

/** Ends the live clocks of some kinds; a late one marks the complaint for good. */
export const end = (c: Complaint, kinds: readonly ClockKind[], ctx: Context): Complaint => {
  const next = each(c, kinds, (clock) => endClock(clock, ctx.now, ctx.calendar))
  const late = next.clocks.some((clock) => clock.late && isPromise(clock))
  return { ...next, everLate: c.everLate || late }
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

/** Takes clocks away without an outcome; a promise that is late by then stays known as late. */
export const dismiss = (
  c: Complaint,
  ctx: Context,
  kinds: readonly ClockKind[] = ALL,
): Complaint => {
  const next = each(c, kinds, (clock) => voidClock(clock, ctx.now, ctx.calendar))
  return { ...next, everLate: end(c, kinds, ctx).everLate }
}

/**
 * Sixty calendar days from the first routing, which never stand still. Where the clock was taken
 * away and the case goes on, it runs again from that same day; one that ended is over.
 */
export const startDecide = (c: Complaint, ctx: Context): Complaint => {
  if (c.firstRoutedDay === null) return c
  const last = clockOf(c, 'decide')
  return last && last.status !== 'void' ? c : start(c, 'decide', ctx, c.firstRoutedDay)
}

export const pauseAll = (c: Complaint, ctx: Context): Complaint =>
  each(c, ALL, (clock) => pauseClock(clock, ctx.now, ctx.calendar))

export const resumeAll = (c: Complaint, ctx: Context): Complaint =>
  each(c, ALL, (clock) => resumeClock(clock, ctx.now, ctx.calendar))

/** A change of class or of holder: the settle clock is reckoned again from the same start. */
export const reclass = (c: Complaint, ctx: Context): Complaint => {
  const live = liveClock(c, 'settle')
  if (!live) return c
  const { length } = ruleFor(ctx.clockRules, 'settle', c, live.startDay)
  return each(c, ['settle'], (clock) =>
    clock.round === live.round
      ? { ...recomputeClock(clock, length, ctx.calendar), agencyId: c.leadAgencyId }
      : clock,
  )
}
