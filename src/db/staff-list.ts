import { and, eq, gt, inArray, isNotNull, isNull, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { Role } from '../domain/people/actor.ts'
import type { HeldRole, ListedPerson } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { account, membership, user } from './schema/staff.ts'
import { cleanEmail } from './staff.ts'

/** So many that page and roles together read at most 200 rows. */
const STAFF_PAGE = 20

export function columns(db: Database) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    disabledAt: user.disabledAt,
    signedInAt: user.signedInAt,
    secondSince: user.secondSince,
    activated: sql<number>`exists ${db
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.userId, user.id), isNotNull(account.password)))}`,
  }
}

const byName = sql`${user.name} collate nocase`

/** `after` is an id: a name has no place in an address. */
export function staffByName(db: Database, after: string | null, size: number) {
  return db
    .select(columns(db))
    .from(user)
    .where(after === null ? undefined : afterPerson(after))
    .orderBy(byName, user.id)
    .limit(size)
}

function idsByName(db: Database, after: string | null, size: number) {
  return db
    .select({ id: user.id })
    .from(user)
    .where(after === null ? undefined : afterPerson(after))
    .orderBy(byName, user.id)
    .limit(size)
}

/** Said twice: the pair alone is no seek. */
function afterPerson(id: string) {
  const name = sql`(select p.name from user p where p.id = ${id})`
  return sql`${byName} >= ${name} and (${byName}, ${user.id}) > (${name}, ${id})`
}

/** At most 100 people at once. */
export function rolesNow(db: Database, ids: string[] | SQLWrapper, now: Instant) {
  return db
    .select({ userId: membership.userId, role: membership.role, agencyId: membership.agencyId })
    .from(membership)
    .where(
      and(inArray(membership.userId, ids), or(isNull(membership.until), gt(membership.until, now))),
    )
}

export async function staffPage(
  db: Database,
  now: Instant,
  after: string | null,
): Promise<{ people: ListedPerson[]; more: boolean }> {
  const [rows, held] = await db.batch([
    staffByName(db, after, STAFF_PAGE + 1),
    rolesNow(db, idsByName(db, after, STAFF_PAGE), now),
  ])
  const people = rows.slice(0, STAFF_PAGE).map((row) => listed(row, held))
  return { people, more: rows.length > STAFF_PAGE }
}

export async function staffPerson(
  db: Database,
  now: Instant,
  id: string,
): Promise<ListedPerson | null> {
  const [[row], held] = await db.batch([
    db.select(columns(db)).from(user).where(eq(user.id, id)),
    rolesNow(db, [id], now),
  ])
  return row ? listed(row, held) : null
}

/** Also of somebody who left. */
export async function staffIdByEmail(db: Database, email: string): Promise<string | null> {
  const [found] = await db
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, cleanEmail(email)))
  return found?.id ?? null
}

export function listed(
  {
    disabledAt,
    secondSince,
    activated,
    ...person
  }: Awaited<ReturnType<typeof staffByName>>[number],
  held: Awaited<ReturnType<typeof rolesNow>>,
): ListedPerson {
  return {
    ...person,
    disabled: disabledAt !== null,
    activated: activated === 1,
    second: secondSince !== null,
    roles: distinct(held.filter(({ userId }) => userId === person.id)),
  }
}

/** Two who give one role at once leave two rows of it. */
function distinct(held: { role: string; agencyId: number }[]): HeldRole[] {
  return [
    ...new Map(
      held.map(({ role, agencyId }) => [
        `${role} ${agencyId}`,
        { role: role as Role, agencyId: agencyId || null },
      ]),
    ).values(),
  ]
}
