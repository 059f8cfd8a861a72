import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Role, Staff } from '../domain/people/actor.ts'
import { toBase64url } from '../domain/text/bytes.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import { kept, type Slot } from './kept.ts'
import { membership, session, user, verification } from './schema/staff.ts'
import type { Around } from './staff.ts'
import { type Asked, asked, oneTrip } from './trip.ts'

export interface StaffSession {
  sessionId: string
  staff: Staff
  email: string
  expiresAt: Instant
  /** When the password was last given; of whoever has a second step: when that was. */
  provedAt: Instant
  beganAt: Instant
  /** By when they have to have a second step; null before that was asked. */
  secondDue: Instant | null
  /** Has a second step of sign-in. */
  second: boolean
  /** Has not shown it yet: until then the session opens nothing. */
  owes: boolean
}

/** However often it is used, a session ends after a week. */
const LONGEST_DAYS = 7

export async function staffBySession(
  db: Database,
  token: string,
  now: Instant,
): Promise<StaffSession | null> {
  const [found] = await oneTrip(db, [askSession(db, token, now)])
  return found
}

/** With all roles held now or before. */
export function askSession(db: Database, token: string, now: Instant): Asked<StaffSession | null> {
  return askStanding(db, token, now, now - LONGEST_DAYS * DAY)
}

const askStanding = kept((db, token: Slot<string>, now: Slot<number>, oldest: Slot<number>) =>
  asked([sessionQuery(db, { token, now, oldest })], ([rows]) => toSession(rows)),
)

interface Standing {
  token: Slot<string>
  now: Slot<number>
  oldest: Slot<number>
}

function sessionQuery(db: Database, { token, now, oldest }: Standing) {
  return db
    .select({
      sessionId: sql<string>`${session.id}`.as('session_id'),
      expiresAt: session.expiresAt,
      createdAt: session.createdAt,
      id: user.id,
      name: user.name,
      email: user.email,
      emailSince: user.emailSince,
      secondSince: user.secondSince,
      secondDue: user.secondDue,
      secondAt: session.secondAt,
      role: membership.role,
      agencyId: membership.agencyId,
      since: membership.since,
      until: membership.until,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .leftJoin(membership, eq(membership.userId, user.id))
    .where(
      and(
        eq(session.token, token),
        gt(session.expiresAt, now),
        gt(session.createdAt, oldest),
        isNull(user.disabledAt),
      ),
    )
}

function toSession(rows: Awaited<ReturnType<typeof sessionQuery>>): StaffSession | null {
  const [first] = rows
  if (!first) return null
  const memberships = rows.flatMap(({ role, agencyId, since, until }) =>
    role === null || since === null
      ? []
      : [{ role: role as Role, agencyId: agencyId || null, since, until }],
  )
  const second = first.secondSince !== null
  return {
    sessionId: first.sessionId,
    staff: {
      ...{ kind: 'staff', id: first.id, name: first.name },
      ...{ memberships, emailSince: first.emailSince },
    },
    email: first.email,
    expiresAt: first.expiresAt.getTime(),
    beganAt: first.createdAt.getTime(),
    secondDue: first.secondDue,
    provedAt: second ? (first.secondAt ?? 0) : first.createdAt.getTime(),
    second,
    owes: second && first.secondAt === null,
  }
}

/**
 * Returns its token; null for who left the service. `lifetime` in ms, without use. Neither address nor
 * browser is kept: who signed in when is enough. `good`: what was shown opens still, so that whoever
 * comes in while an address or password is changed is out, too. `secondAt`: the second step is shown.
 */
export async function beginSession(
  { db, now, random }: Around,
  { userId, good, secondAt = null }: { userId: string; good: SQL; secondAt?: Instant | null },
  lifetime: number,
): Promise<string | null> {
  const token = toBase64url(random(24))
  // a select takes no Date
  const at = sql`${now}`
  const row = {
    ...{ id: toBase64url(random(12)), token, userId, secondAt },
    ...{ expiresAt: sql`${now + lifetime}`, createdAt: at, updatedAt: at },
  }
  const atWork = sql`${good}
    and exists (select 1 from user where id = ${userId} and disabled_at is null)`
  const [begun] = await db.batch([
    insertWhere(db, session, row, atWork),
    db
      .update(user)
      .set({ signedInAt: now })
      .where(and(eq(user.id, userId), atWork)),
  ])
  return begun.meta.changes > 0 ? token : null
}

export async function renewSession(
  db: Database,
  sessionId: string,
  expiresAt: Instant,
  now: Instant,
): Promise<void> {
  await db
    .update(session)
    .set({ expiresAt: new Date(expiresAt), updatedAt: new Date(now) })
    .where(eq(session.id, sessionId))
}

/** Begins once: signing in again makes nobody's time longer. */
export async function beginWeek(db: Database, userId: string, due: Instant): Promise<void> {
  await db
    .update(user)
    .set({ secondDue: due })
    .where(and(eq(user.id, userId), isNull(user.secondDue)))
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.delete(session).where(eq(session.token, token))
}

export async function endSessions(db: Database, userId: string): Promise<void> {
  await db.delete(session).where(eq(session.userId, userId))
}

/** Of one person, the newest first. */
const MOST_SHOWN = 20

export function sessionsOf(db: Database, userId: string, now: Instant) {
  return db
    .select({ id: session.id, createdAt: session.createdAt, usedAt: session.updatedAt })
    .from(session)
    .where(
      and(
        eq(session.userId, userId),
        gt(session.expiresAt, new Date(now)),
        gt(session.createdAt, new Date(now - LONGEST_DAYS * DAY)),
      ),
    )
    .orderBy(desc(session.createdAt))
    .limit(MOST_SHOWN)
}

/** Somebody else's stays. */
export async function endSessionOf(db: Database, userId: string, id: string): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, userId), eq(session.id, id)))
}

export async function sweepSessions(db: Database, now: Instant): Promise<void> {
  await db.batch([
    db.delete(session).where(lt(session.expiresAt, new Date(now))),
    db.delete(verification).where(lt(verification.expiresAt, new Date(now))),
  ])
}
