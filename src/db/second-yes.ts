import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Instant } from '../domain/time/time.ts'
import type { cityAsk, emailChange, roleGrant, secondReset } from './schema/rights.ts'
import { user } from './schema/staff.ts'

/** What waits for a second person's yes. */
type Waiting = typeof roleGrant | typeof emailChange | typeof secondReset | typeof cityAsk

/** Whoever asked, beside the person that it is about. */
export const asker = alias(user, 'asker')

/** Nobody answered yet, and somebody still may. */
export function stillWaits({ outcome, expiresAt }: Waiting, now: Instant): SQL | undefined {
  return and(isNull(outcome), gt(expiresAt, now))
}

/** In force by now, or nobody answered. */
export function waitIsOver({ outcome, ripensAt, expiresAt }: Waiting, now: Instant) {
  return and(isNull(outcome), or(lte(ripensAt, now), lte(expiresAt, now)))
}
