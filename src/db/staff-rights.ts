import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import { LATELY_DAYS } from '../domain/people/grants.ts'
import type { HandOver } from '../domain/people/hand-over.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { handingOver } from './hand-over.ts'
import { insertWhere } from './insert-where.ts'
import { leavesWorkAlone } from './last-liaison.ts'
import type { Queued } from './ledger/commit.ts'
import { raw } from './raw.ts'
import { changeRights, type RightsAround } from './rights.ts'
import { stillRead } from './roles-read.ts'
import { emailChange, roleGrant } from './schema/rights.ts'
import { membership, session, user, verification } from './schema/staff.ts'

interface Around {
  db: Database
  now: Instant
}

/** A role that is held already stays as it is. One statement: two at once give it once. */
export function giveRole(
  { db, now }: Around,
  userId: string,
  { role, agencyId }: HeldRole,
  where: SQL = sql`true`,
) {
  const row = { userId, role, agencyId: agencyId ?? 0, since: now }
  const free = sql`${where} and not ${holds(userId, role, agencyId)}`
  return insertWhere(db, membership, row, free).onConflictDoNothing()
}

export async function addMembership(
  around: Around,
  userId: string,
  role: Role,
  agencyId: number | null,
): Promise<void> {
  await giveRole(around, userId, { role, agencyId })
}

/** Nothing else was ever held, and that has not ended: not even this where it is not written yet. */
export async function heldNothingElse(
  db: Database,
  userId: string,
  { role, agencyId }: HeldRole,
): Promise<boolean> {
  const rows = await db.select().from(membership).where(eq(membership.userId, userId))
  return rows.every((m) => m.until === null && m.role === role && m.agencyId === (agencyId ?? 0))
}

/**
 * Null, and nothing changed: not held, roles not as they were `read`, or nobody else would be an administrator or see to open work;
 * in one statement, so that two who are ended at the same time do not leave it with nobody.
 */
export function endRole(
  around: RightsAround,
  userId: string,
  { role, agencyId }: HeldRole,
  reason: string,
  work?: HandOver,
  read = '',
): Promise<Queued[] | null> {
  const { db, now } = around
  const others =
    role === 'admin'
      ? anotherAdmin(userId)
      : sql`not ${leavesWorkAlone(userId, { role, agencyId }, now)}`
  return changeRights(
    around,
    { did: 'ended', userId, role, agencyId: agencyId ?? 0, reason },
    sql`${holds(userId, role, agencyId)} and ${others} and ${stillRead(userId, read)}`,
    (ended) => [
      db
        .update(membership)
        .set({ until: now })
        .where(and(sameRole(userId, role, agencyId), isNull(membership.until), ended)),
      ...(work ? handingOver(around, work, ended) : []),
    ],
  )
}

/** Null, and nothing changed: gone already, or nobody else would administrate or see to open work. */
export function disableStaff(
  around: RightsAround,
  userId: string,
  reason: string,
  work?: HandOver,
): Promise<Queued[] | null> {
  const { db, now } = around
  return changeRights(
    around,
    { did: 'disabled', userId, role: null, agencyId: null, reason },
    sql`${isAtWork(userId)} and ${or(sql`not ${holds(userId, 'admin', null)}`, anotherAdmin(userId))}
      and not ${leavesWorkAlone(userId, null, now)}`,
    (gone) => [
      db
        .update(user)
        .set({ disabledAt: now, updatedAt: new Date(now) })
        .where(and(eq(user.id, userId), gone)),
      db.delete(session).where(and(eq(session.userId, userId), gone)),
      db.delete(verification).where(and(eq(verification.value, userId), gone)),
      db
        .update(membership)
        .set({ until: now })
        .where(and(eq(membership.userId, userId), isNull(membership.until), gone)),
      db
        .update(roleGrant)
        .set({ outcome: 'refused' })
        .where(and(eq(roleGrant.userId, userId), isNull(roleGrant.outcome), gone)),
      db
        .update(emailChange)
        .set({ outcome: 'refused' })
        .where(and(eq(emailChange.userId, userId), isNull(emailChange.outcome), gone)),
      ...(work ? handingOver(around, work, gone) : []),
    ],
  )
}

/** Without a role, and by the password they had or a new one. */
export function enableStaff(
  around: RightsAround,
  userId: string,
  reason: string,
): Promise<Queued[] | null> {
  const { db, now } = around
  return changeRights(
    around,
    { did: 'enabled', userId, role: null, agencyId: null, reason },
    sql`not ${isAtWork(userId)}`,
    (back) => [
      db
        .update(user)
        .set({ disabledAt: null, updatedAt: new Date(now) })
        .where(and(eq(user.id, userId), back)),
    ],
  )
}

/** Whether anybody but these could say yes to a grant, or could until lately. */
export async function othersDecide({ db, now }: Around, ids: readonly string[]): Promise<boolean> {
  const [found] = await db.all<{ found: number }>(sql`select exists (
    select 1 from membership m join user u on u.id = m.user_id
    where m.role in ('admin', 'leader') and m.agency_id = 0
      and m.user_id not in (select value from json_each(${JSON.stringify(ids)}))
      and (m.until > ${now - LATELY_DAYS * DAY} or (m.until is null and u.disabled_at is null
        and (u.email_since > ${now - LATELY_DAYS * DAY} or exists (select 1 from account a
          where a.user_id = u.id and a.password is not null))))
  ) as found`)
  return found?.found === 1
}

/** What somebody asked for or set out does not go on by itself once they are none. */
export async function isAdmin(db: Database, userId: string): Promise<boolean> {
  const rows = await raw(db, sql`select 1 as one where ${holds(userId, 'admin', null)}`)
  return rows.length > 0
}

export function isAtWork(userId: string): SQL {
  return sql`exists (select 1 from user where id = ${userId} and disabled_at is null)`
}

export function holds(userId: string, role: Role, agencyId: number | null): SQL {
  return sql`exists (select 1 from membership where user_id = ${userId} and role = ${role}
    and agency_id = ${agencyId ?? 0} and until is null)`
}

function sameRole(userId: string, role: Role, agencyId: number | null) {
  return and(
    eq(membership.userId, userId),
    eq(membership.role, role),
    eq(membership.agencyId, agencyId ?? 0),
  )
}

// two administrators who end each other at the same time must not leave none
function anotherAdmin(userId: string): SQL {
  return sql`exists (select 1 from membership m
  join user u on u.id = m.user_id
  where m.role = 'admin' and m.until is null and m.user_id <> ${userId} and u.disabled_at is null)`
}
