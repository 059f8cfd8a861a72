import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { membership, session, user, verification } from './schema/staff.ts'

interface Around {
  db: Database
  now: Instant
}

/** A role that is held already stays as it is. */
export async function addMembership(
  { db, now }: Around,
  userId: string,
  role: Role,
  agencyId: number | null,
): Promise<void> {
  const held = and(sameRole(userId, role, agencyId), isNull(membership.until))
  // one statement: two at once give it once
  await db.run(sql`
    insert into ${membership} (user_id, role, agency_id, since)
    select ${userId}, ${role}, ${agencyId ?? 0}, ${now}
    where not exists (select 1 from ${membership} where ${held})
    on conflict do nothing`)
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

/** False, and nothing changed, when nobody else would be an administrator any more. */
export async function endMembership(
  { db, now }: Around,
  userId: string,
  role: Role,
  agencyId: number | null,
): Promise<boolean> {
  const held = and(sameRole(userId, role, agencyId), isNull(membership.until))
  const ended = await db
    .update(membership)
    .set({ until: now })
    .where(role === 'admin' ? and(held, anotherAdmin(userId)) : held)
    .returning({ role: membership.role })
  return ended.length > 0
}

/** False, and nothing changed, when nobody else would be an administrator any more. */
export async function disableStaff({ db, now }: Around, userId: string): Promise<boolean> {
  const gone = sql`exists (select 1 from ${user} where id = ${userId} and disabled_at is not null)`
  const [disabled] = await db.batch([
    db
      .update(user)
      .set({ disabledAt: now, updatedAt: new Date(now) })
      .where(and(eq(user.id, userId), or(sql`not ${holdsAdmin(userId)}`, anotherAdmin(userId))))
      .returning({ id: user.id }),
    db.delete(session).where(and(eq(session.userId, userId), gone)),
    db.delete(verification).where(and(eq(verification.value, userId), gone)),
    db
      .update(membership)
      .set({ until: now })
      .where(and(eq(membership.userId, userId), isNull(membership.until), gone)),
  ])
  return disabled.length > 0
}

/** Without a role, and by the password they had or a new one. */
export async function enableStaff({ db, now }: Around, userId: string): Promise<void> {
  await db
    .update(user)
    .set({ disabledAt: null, updatedAt: new Date(now) })
    .where(eq(user.id, userId))
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

function holdsAdmin(userId: string): SQL {
  return sql`exists (select 1 from membership m
  where m.user_id = ${userId} and m.role = 'admin' and m.until is null)`
}
