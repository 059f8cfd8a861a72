import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { toBase64url } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import type { Queued } from './ledger/commit.ts'
import { changeRights, ownEntry, type RightsAround } from './rights.ts'
import { factor, user, verification } from './schema/staff.ts'
import type { Around } from './staff.ts'

/** More than any counter of a key (32 bits): no use counts after it. */
const LOCKED = 2 ** 32

export function isLocked({ counter }: { counter: number }): boolean {
  return counter >= LOCKED
}

/** Instead of a password. */
export function opensAlone(id: string): SQL {
  return sql`exists (select 1 from factor where id = ${id} and json_extract(material, '$.verified'))`
}

/** As the password does, none of theirs opens anything by itself from now on. */
export function opensNothingAlone(db: Database, userId: string, written: SQL) {
  const material = sql`json_set(${factor.material}, '$.verified', json('false'))`
  return db
    .update(factor)
    .set({ material })
    .where(and(eq(factor.userId, userId), eq(factor.kind, 'passkey'), written))
}

/** Ids of those of one person. */
export async function passkeysOf(db: Database, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: factor.id })
    .from(factor)
    .where(and(eq(factor.userId, userId), eq(factor.kind, 'passkey')))
  return rows.map(({ id }) => id)
}

/** Whose key it is, of people at work. */
export async function passkeyById(db: Database, id: string) {
  const [found] = await db
    .select({
      ...{ id: factor.id, userId: factor.userId, name: factor.name, material: factor.material },
      ...{ counter: factor.counter, email: user.email },
    })
    .from(factor)
    .innerJoin(user, eq(user.id, factor.userId))
    .where(and(eq(factor.id, id), eq(factor.kind, 'passkey'), isNull(user.disabledAt)))
  return found ?? null
}

export type Passkey = NonNullable<Awaited<ReturnType<typeof passkeyById>>>

/** A challenge that was answered, by its digest; the nightly sweep forgets it once it is old. */
export interface Burnt {
  id: string
  until: Instant
}

/** False: it was answered before. */
export async function burn(around: Around, burnt: Burnt): Promise<boolean> {
  return (await burning(around, burnt).query).length > 0
}

function burning({ db, now, random }: Around, { id, until }: Burnt) {
  const value = toBase64url(random(12))
  const [at, expiresAt] = [new Date(now), new Date(until)]
  const row = { id, identifier: id, value, expiresAt, createdAt: at, updatedAt: at }
  const query = db
    .insert(verification)
    .values(row)
    .onConflictDoNothing({ target: verification.id })
    .returning({ id: verification.id })
  return {
    query,
    own: sql`exists (select 1 from verification where id = ${id} and value = ${value})`,
  }
}

/**
 * One challenge counts once, and one count of a key once, also of two that come at the same moment.
 * 'copied': its counter went back, so somebody else uses it, too. A key that counts nothing says 0.
 */
export async function useKey(
  around: Around,
  { id, userId }: Pick<Passkey, 'id' | 'userId'>,
  { counter, backup }: { counter: number; backup: { eligible: boolean; done: boolean } },
  burnt: Burnt,
): Promise<'used' | 'repeated' | 'copied'> {
  const { db, now } = around
  const { query, own } = burning(around, burnt)
  const material = sql`json_set(${factor.material}, '$.backup', json(${JSON.stringify(backup)}))`
  const forward = or(lt(factor.counter, counter), and(eq(factor.counter, 0), sql`${counter} = 0`))
  const [fresh, counted] = await db.batch([
    query,
    db
      .update(factor)
      .set({ counter, material, usedAt: now })
      .where(and(eq(factor.id, id), eq(factor.userId, userId), forward, own))
      .returning({ id: factor.id }),
  ])
  if (fresh.length === 0) return 'repeated'
  return counted.length > 0 ? 'used' : 'copied'
}

/** Neither it nor its copy opens anything from now on. Null: it was locked before, or is gone. */
export function lockKey(
  around: RightsAround,
  { id, userId, name }: Pick<Passkey, 'id' | 'userId' | 'name'>,
): Promise<Queued[] | null> {
  return changeRights(
    around,
    ownEntry('key_copied', userId, name ?? undefined),
    sql`exists (select 1 from factor where id = ${id} and counter < ${LOCKED})`,
    (written: SQL) => [
      around.db
        .update(factor)
        .set({ counter: LOCKED })
        .where(and(eq(factor.id, id), written)),
    ],
  )
}
