import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { type GrantWay, wayOfReset } from '../domain/people/grants.ts'
import type { HeldRole } from '../domain/people/listed-person.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Queued } from './ledger/commit.ts'
import type { Statement } from './ledger/statement.ts'
import { changeRights, type RightsAround } from './rights.ts'
import { secondReset } from './schema/rights.ts'
import { factor, session, user } from './schema/staff.ts'
import { asker, stillWaits, waitIsOver } from './second-yes.ts'
import { isAtWork, othersDecide } from './staff-rights.ts'

interface Asking {
  userId: string
  reason: string
  askedBy: string
  /** Held, and waiting for a yes. */
  roles: readonly HeldRole[]
}

interface Asked {
  way: GrantWay['way']
  /** Null, and nothing changed: there is no second step, or one waits already. */
  queued: Queued[] | null
}

export async function askForReset(
  around: RightsAround,
  asking: Asking,
  supervisors: readonly number[],
): Promise<Asked> {
  const { userId, askedBy, reason } = asking
  const others = await othersDecide(around, [askedBy, userId])
  const way = wayOfReset(asking, { others, supervisors }, around.now)
  if (way.way === 'refused') return { way: way.way, queued: null }
  const can = sql`${isAtWork(userId)} and ${hasSecond(userId)}`
  if (way.way === 'at_once') {
    const entry = entryOf('second_reset', userId, reason)
    const now = (written: SQL) => withoutSecond(around.db, userId, written)
    return { way: way.way, queued: await changeRights(around, entry, can, now) }
  }
  const open = sql`exists (select 1 from second_reset where user_id = ${userId} and outcome is null)`
  const queued = await changeRights(
    around,
    entryOf('reset_asked', userId, reason),
    sql`${can} and not ${open}`,
    (written, id) => [
      insertWhere(
        around.db,
        secondReset,
        {
          ...{ id, userId, reason, askedBy, askedAt: around.now },
          ...{ ripensAt: way.ripensAt, expiresAt: way.expiresAt },
        },
        written,
      ),
    ],
  )
  return { way: way.way, queued }
}

const DID = {
  granted: 'second_reset',
  refused: 'reset_refused',
  expired: 'reset_expired',
} as const

/** Null, and nothing changed: answered meanwhile, or over. */
export function settleReset(
  around: RightsAround,
  { id, userId }: Pick<WaitingReset, 'id' | 'userId'>,
  outcome: 'granted' | 'refused' | 'expired',
  reason: string,
): Promise<Queued[] | null> {
  const { db, now } = around
  return changeRights(
    around,
    entryOf(DID[outcome], userId, reason),
    sql`exists (select 1 from second_reset where id = ${id} and outcome is null
      and ${outcome === 'expired' ? sql`true` : sql`expires_at > ${now}`})
      and ${outcome === 'granted' ? isAtWork(userId) : sql`true`}`,
    (written) => [
      db
        .update(secondReset)
        .set({ outcome })
        .where(and(eq(secondReset.id, id), written)),
      ...(outcome === 'granted' ? withoutSecond(db, userId, written) : []),
    ],
  )
}

/** Whoever holds what was lost is out, too; the password signs in until there is another. */
export function withoutSecond(db: Database, userId: string, written: SQL): Statement[] {
  return [
    db.delete(factor).where(and(eq(factor.userId, userId), written)),
    db
      .update(user)
      .set({ secondSince: null })
      .where(and(eq(user.id, userId), written)),
    db.delete(session).where(and(eq(session.userId, userId), written)),
  ]
}

export function hasSecond(userId: string): SQL {
  return sql`exists (select 1 from user where id = ${userId} and second_since is not null)`
}

function entryOf(
  did: 'reset_asked' | (typeof DID)[keyof typeof DID],
  userId: string,
  reason: string,
) {
  return { did, userId, role: null, agencyId: null, reason }
}

function waiting(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({
      ...getTableColumns(secondReset),
      person: user.name,
      email: user.email,
      asker: sql<string>`${asker.name}`.as('asker_name'),
    })
    .from(secondReset)
    .innerJoin(user, eq(user.id, secondReset.userId))
    .innerJoin(asker, eq(asker.id, secondReset.askedBy))
    .where(where)
    .orderBy(asc(secondReset.expiresAt))
    .limit(limit)
}

export type WaitingReset = Awaited<ReturnType<typeof waiting>>[number]

export function waitingResets(db: Database, now: Instant, limit: number) {
  return waiting(db, stillWaits(secondReset, now), limit)
}

/** One at most. */
export function waitingResetOf(db: Database, now: Instant, userId: string) {
  return waiting(db, and(eq(secondReset.userId, userId), stillWaits(secondReset, now)), 1)
}

export async function waitingResetById(db: Database, now: Instant, id: number) {
  const open = and(eq(secondReset.id, id), stillWaits(secondReset, now))
  return (await waiting(db, open, 1))[0] ?? null
}

/** In force by now, or nobody answered. */
export function resetsDue(db: Database, now: Instant, limit: number) {
  return waiting(db, waitIsOver(secondReset, now), limit)
}
