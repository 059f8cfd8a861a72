import { DAY, type Instant } from '../time/time.ts'
import { holdsRole, type Role, type Staff } from './actor.ts'
import type { HeldRole } from './listed-person.ts'

/** They see identities, or decide on them. */
export const TOUCHES_IDENTITIES = [
  'admin',
  'verifier',
  'inspectorate',
  'leader',
  'auditor',
] as const satisfies readonly Role[]

/** Whose yes counts as the second, and who look on at every grant. */
export const DECIDERS = ['admin', 'leader'] as const satisfies readonly Role[]
export const OVERSEERS = ['inspectorate', 'auditor'] as const satisfies readonly Role[]

/** Days for which a second person's yes is waited for. */
const ANSWER_DAYS = 7
/** Days before it comes into force where nobody else could say yes. */
const ALONE_DAYS = 3
/** Whoever could have said yes until then still counts: to send them away first brings nothing. */
export const LATELY_DAYS = 30

export interface Asked extends HeldRole {
  userId: string
  askedBy: string
}

export interface WaitingGrant extends Asked {
  id: number
  reason: string
  askedAt: Instant
  /** Comes into force by itself then; null where somebody else may say yes. */
  ripensAt: Instant | null
  expiresAt: Instant
}

export type GrantWay =
  | { way: 'refused' }
  | { way: 'at_once' }
  | { way: 'waits'; ripensAt: Instant | null; expiresAt: Instant }

interface Around {
  /** Somebody else could say yes, now or lately. */
  others: boolean
  supervisors: readonly number[]
}

/** Where supervisory cases are handled: whoever works there, in whatever role, reads them. */
export function supervisorsOf(
  city: Readonly<Record<'inspectorateAgencyId' | 'delegateAgencyId', number | null>>,
): number[] {
  return [city.inspectorateAgencyId, city.delegateAgencyId].filter((id) => id !== null)
}

/** See docs/rules.md, People and roles. */
export function wayOfGrant(asked: Asked, { others, supervisors }: Around, now: Instant): GrantWay {
  if (asked.userId === asked.askedBy) return { way: 'refused' }
  if (!needsTwo(asked, supervisors)) return { way: 'at_once' }
  return waiting(others, now)
}

/**
 * Whoever corrects an address could take over what it belongs to, since a lost password is made anew
 * there: `roles` are those that are held and those that wait for a yes.
 */
export function wayOfEmail(
  { userId, askedBy, roles }: { userId: string; askedBy: string; roles: readonly HeldRole[] },
  { others, supervisors }: Around,
  now: Instant,
): GrantWay {
  const own = userId === askedBy
  if (own && !others) return { way: 'refused' }
  if (!own && !roles.some((held) => needsTwo(held, supervisors))) return { way: 'at_once' }
  return waiting(others, now)
}

/** Whoever takes a second step off could, with a password that they learned, come in as its owner. */
export function wayOfReset(
  { userId, askedBy, roles }: { userId: string; askedBy: string; roles: readonly HeldRole[] },
  { others, supervisors }: Around,
  now: Instant,
): GrantWay {
  if (userId === askedBy) return { way: 'refused' }
  return roles.some((held) => needsTwo(held, supervisors))
    ? waiting(others, now)
    : { way: 'at_once' }
}

/** As long as a second person's yes is waited for, and when it comes without one. */
export function waiting(others: boolean, now: Instant): Extract<GrantWay, { way: 'waits' }> {
  const ripensAt = others ? null : now + ALONE_DAYS * DAY
  return { way: 'waits', ripensAt, expiresAt: (ripensAt ?? now) + ANSWER_DAYS * DAY }
}

function needsTwo({ role, agencyId }: HeldRole, supervisors: readonly number[]): boolean {
  const supervises = agencyId !== null && supervisors.includes(agencyId)
  return TOUCHES_IDENTITIES.some((one) => one === role) || supervises
}

/** Neither whoever asked nor whoever would get it. */
export function maySayYes(
  staff: Staff,
  { askedBy, userId }: Pick<Asked, 'askedBy' | 'userId'>,
  now: Instant,
): boolean {
  if (staff.id === askedBy || staff.id === userId) return false
  return DECIDERS.some((role) => holdsRole(staff, role, now))
}

/** Whoever asked may take it back. */
export function mayAnswer(
  staff: Staff,
  asked: Pick<Asked, 'askedBy' | 'userId'>,
  yes: boolean,
  now: Instant,
): boolean {
  return maySayYes(staff, asked, now) || (!yes && staff.id === asked.askedBy)
}

/** Whose address it is can say no to another one, whatever they are: it may be all that protects them. */
export function mayAnswerEmail(
  staff: Staff,
  asked: Pick<Asked, 'askedBy' | 'userId'>,
  yes: boolean,
  now: Instant,
): boolean {
  return mayAnswer(staff, asked, yes, now) || (!yes && staff.id === asked.userId)
}

export function seesGrants(staff: Staff, now: Instant): boolean {
  return [...DECIDERS, ...OVERSEERS].some((role) => holdsRole(staff, role, now))
}

/** What became of somebody's rights; each is kept for good. */
export type RightsChange =
  | 'asked'
  | 'granted'
  | 'refused'
  | 'expired'
  | 'ended'
  | 'disabled'
  | 'enabled'
  | 'invited'
  | 'renamed'
  | 'email_asked'
  | 'email_changed'
  | 'email_refused'
  | 'email_expired'
  | 'reset_asked'
  | 'second_reset'
  | 'reset_refused'
  | 'reset_expired'
  | OwnChange

/** What somebody did to their own account: they are told, and it stands on record. */
export type OwnChange = (typeof OWN_CHANGES)[number]
export const OWN_CHANGES = [
  'password_changed',
  'second_added',
  'second_removed',
  'codes_made',
  'code_used',
  'key_copied',
] as const
