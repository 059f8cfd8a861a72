import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Queued } from './ledger/commit.ts'
import { changeRights, ownEntry, type RightsAround } from './rights.ts'
import { factor, session, user } from './schema/staff.ts'

/** Shown alone: recovery codes are for when these are lost. */
const STANDING = ['totp', 'passkey'] as const

export type Factor = typeof factor.$inferSelect

interface Mine {
  userId: string
  sessionId: string
}

export function factorsOf(db: Database, userId: string) {
  return db.select().from(factor).where(eq(factor.userId, userId)).orderBy(factor.createdAt)
}

export function totpId(userId: string): string {
  return `totp:${userId}`
}

function codesId(userId: string): string {
  return `codes:${userId}`
}

export interface Added {
  id: string
  kind: 'totp' | 'passkey'
  name: string | null
  material: string
  counter: number
  /** Digests, kept where there are none yet. */
  codes: string[]
}

/** This session has shown it; every other one has yet to. Null: it is there already. */
export function addFactor(
  around: RightsAround,
  { userId, sessionId }: Mine,
  { codes, ...added }: Added,
): Promise<Queued[] | null> {
  const { db, now } = around
  const { id, material } = added
  const row = { ...added, userId, createdAt: now, usedAt: now }
  const first = sql`not exists (select 1 from factor where id = ${codesId(userId)})`
  return changeRights(
    around,
    ownEntry('second_added', userId, added.name ?? undefined),
    sql`not exists (select 1 from factor where id = ${id}
      and (material = ${material} or user_id <> ${userId}))`,
    (written) => [
      db.delete(factor).where(and(eq(factor.id, id), eq(factor.userId, userId), written)),
      insertWhere(db, factor, row, written),
      insertWhere(db, factor, codesRow(userId, codes, now), sql`${written} and ${first}`),
      ...standsNow(around, userId, written),
      shownBy(db, sessionId, now, written),
    ],
  )
}

/** Null: it is gone, or `keepOne` and it is the last. With the last go the codes. */
export function removeFactor(
  around: RightsAround,
  userId: string,
  { id, name }: Pick<Factor, 'id' | 'name'>,
  keepOne: boolean,
): Promise<Queued[] | null> {
  const { db } = around
  const another = sql`exists (select 1 from factor where user_id = ${userId} and id <> ${id}
    and ${inArray(factor.kind, STANDING)})`
  return changeRights(
    around,
    ownEntry('second_removed', userId, name ?? undefined),
    sql`exists (select 1 from factor where id = ${id} and user_id = ${userId})
      and ${keepOne ? another : sql`true`}`,
    (written) => [
      db.delete(factor).where(and(eq(factor.id, id), written)),
      ...standsNow(around, userId, written),
      db.delete(factor).where(and(eq(factor.id, codesId(userId)), written, sql`not ${another}`)),
    ],
  )
}

export function renewCodes(
  around: RightsAround,
  userId: string,
  codes: string[],
): Promise<Queued[] | null> {
  const { db, now } = around
  return changeRights(
    around,
    ownEntry('codes_made', userId),
    sql`exists (select 1 from factor where user_id = ${userId})`,
    (written) => [
      db.delete(factor).where(and(eq(factor.id, codesId(userId)), written)),
      insertWhere(db, factor, codesRow(userId, codes, now), written),
    ],
  )
}

/** Each once: null where it was used, or never was. */
export function useCode(
  around: RightsAround,
  { userId, sessionId }: Mine,
  digest: string,
): Promise<Queued[] | null> {
  const { db, now } = around
  const id = codesId(userId)
  const left = sql`(select json_group_array(value) from json_each(${factor.material})
    where value <> ${digest})`
  return changeRights(
    around,
    ownEntry('code_used', userId),
    sql`exists (select 1 from factor f, json_each(f.material) j
      where f.id = ${id} and j.value = ${digest})`,
    (written) => [
      db
        .update(factor)
        .set({ material: left, usedAt: now })
        .where(and(eq(factor.id, id), written)),
      shownBy(db, sessionId, now, written),
    ],
  )
}

/** One step of time counts once, also of two that come at the same moment. */
export async function useStep(
  db: Database,
  { userId, sessionId }: Mine,
  step: number,
  now: Instant,
): Promise<boolean> {
  const counted = await db
    .update(factor)
    .set({ counter: step, usedAt: now })
    .where(and(eq(factor.id, totpId(userId)), lt(factor.counter, step)))
    .returning({ id: factor.id })
  if (counted.length === 0) return false
  await shownBy(db, sessionId, now)
  return true
}

function codesRow(userId: string, codes: string[], now: Instant) {
  return {
    ...{ id: codesId(userId), userId, kind: 'codes' as const },
    ...{ material: JSON.stringify(codes), counter: 0, createdAt: now },
  }
}

export function shownBy(db: Database, sessionId: string, now: Instant, where?: SQL) {
  return db
    .update(session)
    .set({ secondAt: now })
    .where(and(eq(session.id, sessionId), where))
}

/** Beside the person, so that a session is asked about with no row more. */
function standsNow({ db, now }: RightsAround, userId: string, written: SQL) {
  const any = sql`exists (select 1 from factor where user_id = ${userId}
    and ${inArray(factor.kind, STANDING)})`
  return [
    db
      .update(user)
      .set({ secondSince: sql`case when ${any} then coalesce(second_since, ${now}) end` })
      .where(and(eq(user.id, userId), written)),
  ]
}
