import { DAY, type Instant } from '../time/time.ts'
import { holdsRole, type Role, type Staff } from './actor.ts'

/** They open identities (`mayReveal`), or say who does: a password alone is not enough for long. */
export const NEEDS_SECOND = [
  'admin',
  'verifier',
  'inspectorate',
  'leader',
  'liaison',
  'officer',
] as const satisfies readonly Role[]

/** Days to set one up, from the first sign-in at which it is asked for. */
const WEEK_DAYS = 7

export interface SecondStanding {
  staff: Staff
  second: boolean
  /** The end of their week; null before it began. */
  secondDue: Instant | null
  beganAt: Instant
}

export function needsSecond(staff: Staff, now: Instant): boolean {
  return NEEDS_SECOND.some((role) => holdsRole(staff, role, now))
}

export function endOfWeek(now: Instant): Instant {
  return now + WEEK_DAYS * DAY
}

/** The day by which they have to have one; null where nothing is asked of them. */
export function secondBy(
  { staff, second, secondDue }: SecondStanding,
  now: Instant,
): Instant | null {
  return second || !needsSecond(staff, now) ? null : secondDue
}

/** The week is over, and they signed in since: a session from before goes on. */
export function mustSetUp(standing: SecondStanding, now: Instant): boolean {
  const by = secondBy(standing, now)
  return by !== null && by <= standing.beganAt
}
