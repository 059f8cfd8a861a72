import type { RuleContext } from '../case/command.ts'
import { type Complaint, clockOf, isOpen } from '../case/complaint.ts'
import { type Limit, limitOn } from '../city/public-limits.ts'
import { openDay } from './calendar.ts'
import {
  type Clock,
  isLateAt,
  isLive,
  recomputeClock,
  startClock,
  takeBackClock,
  voidClock,
} from './clocks.ts'

/** The city's own limit for a category, beside the legal dates and without any touch on them. */
function begun(
  complaint: Complaint,
  { unit, length }: Pick<Clock, 'unit' | 'length'>,
  { now, calendar }: RuleContext,
): Complaint {
  const round = complaint.clocks.filter(({ kind }) => kind === 'target').length + 1
  const { leadAgencyId: agencyId } = complaint
  const spec = { kind: 'target', holder: 'agency', agencyId, unit, length } as const
  const clock = startClock(spec, openDay(now, calendar), round, calendar, now)
  return { ...complaint, clocks: [...complaint.clocks, clock] }
}

/**
 * By the category that it is routed as. A return does not start it anew, another category reckons it
 * from the same start; one that is late stays as it is.
 */
export function target(complaint: Complaint, before: Complaint, ctx: RuleContext): Complaint {
  const last = clockOf(complaint, 'target')
  if (last && isLive(last) && complaint.categoryId === before.categoryId) return complaint
  const day = last?.since ?? openDay(ctx.now, ctx.calendar)
  const limit = limitOn(ctx.limits, complaint.categoryId, day)
  if (!last || last.status === 'ended') return limit ? begun(complaint, limit, ctx) : complaint
  return withClock(complaint, last, relimited(last, limit, ctx))
}

function relimited(last: Clock, limit: Limit | null, { now, calendar }: RuleContext): Clock {
  if (isLateAt(last, now, calendar)) return last
  if (!limit) return voidClock(last, now, calendar)
  // it lay aside while the case had a category without a limit
  const live = takeBackClock(last, now, 'verifier', calendar)
  return recomputeClock(live, calendar, limit)
}

/** Whoever has the case now; what is late already, or on arrival, stays whose it was. */
export function targetHeld(complaint: Complaint, { now, calendar }: RuleContext): Complaint {
  const last = clockOf(complaint, 'target')
  if (!last || isLateAt(last, now, calendar)) return complaint
  const { leadAgencyId: agencyId } = complaint
  const own = recomputeClock(last, calendar, { agencyId })
  return isLateAt(own, now, calendar) ? complaint : withClock(complaint, last, own)
}

/** What lay aside with the case, unless its category has no limit any more. */
export function isLimited({ categoryId }: Complaint, { since }: Clock, { limits }: RuleContext) {
  return limitOn(limits, categoryId, since) !== null
}

/** A closing that does not stand: a new one of the same length beside the old outcome. */
export function targetAgain(complaint: Complaint, ctx: RuleContext): Complaint {
  const last = clockOf(complaint, 'target')
  return last?.status === 'ended' && isOpen(complaint) ? begun(complaint, last, ctx) : complaint
}

function withClock(complaint: Complaint, old: Clock, clock: Clock): Complaint {
  return { ...complaint, clocks: complaint.clocks.map((one) => (one === old ? clock : one)) }
}
