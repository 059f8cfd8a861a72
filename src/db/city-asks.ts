import { and, asc, eq, getTableColumns, isNull, type SQL } from 'drizzle-orm'
import type { Noun } from '../domain/city/sheets/sheet.ts'
import { waiting as waitingFor } from '../domain/people/grants.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { cityAsk } from './schema/rights.ts'
import { user } from './schema/staff.ts'
import { stillWaits, waitIsOver } from './second-yes.ts'
import { othersDecide } from './staff-rights.ts'

interface Asking {
  noun: Noun
  rowId: number
  typed: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
  /** Id of whoever asks. */
  askedBy: string
}

/** Null: another change of the same row waits already. */
export async function askForSetting(
  { db, now }: { db: Database; now: Instant },
  { noun, rowId, typed, before, askedBy }: Asking,
): Promise<number | null> {
  const { ripensAt, expiresAt } = waitingFor(await othersDecide({ db, now }, [askedBy]), now)
  const [asked] = await db
    .insert(cityAsk)
    .values({
      ...{ noun, rowId, askedBy, askedAt: now, ripensAt, expiresAt },
      typed: JSON.stringify(typed),
      before: JSON.stringify(before),
    })
    .onConflictDoNothing()
    .returning({ id: cityAsk.id })
  return asked?.id ?? null
}

function waiting(db: Database, where: SQL | undefined, limit: number) {
  return db
    .select({ ...getTableColumns(cityAsk), asker: user.name })
    .from(cityAsk)
    .innerJoin(user, eq(user.id, cityAsk.askedBy))
    .where(where)
    .orderBy(asc(cityAsk.expiresAt))
    .limit(limit)
}

export type CityAsk = Awaited<ReturnType<typeof waiting>>[number]

export function waitingAsks(db: Database, now: Instant, limit: number) {
  return waiting(db, stillWaits(cityAsk, now), limit)
}

/** One at most. */
export async function waitingAskOf(
  db: Database,
  now: Instant,
  noun: Noun,
  rowId: number,
): Promise<CityAsk | null> {
  const of = and(eq(cityAsk.noun, noun), eq(cityAsk.rowId, rowId))
  return (await waiting(db, and(stillWaits(cityAsk, now), of), 1))[0] ?? null
}

export async function waitingAskById(db: Database, now: Instant, id: number) {
  return (await waiting(db, and(stillWaits(cityAsk, now), eq(cityAsk.id, id)), 1))[0] ?? null
}

/** In force by now, or nobody answered. */
export function asksDue(db: Database, now: Instant, limit: number) {
  return waiting(db, waitIsOver(cityAsk, now), limit)
}

/** Also what is settled. */
export async function cityAskById(db: Database, id: number) {
  return (await waiting(db, eq(cityAsk.id, id), 1))[0] ?? null
}

/** False: somebody was faster. */
export async function closeAsk(
  db: Database,
  id: number,
  outcome: 'granted' | 'refused' | 'expired',
): Promise<boolean> {
  const closed = await db
    .update(cityAsk)
    .set({ outcome })
    .where(and(eq(cityAsk.id, id), isNull(cityAsk.outcome)))
    .returning({ id: cityAsk.id })
  return closed.length > 0
}
