import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { OversightKind } from '../domain/people/oversight.ts'
import type { Instant } from '../domain/time/time.ts'
import { GENESIS } from '../seal/chain.ts'
import { entryHash } from '../seal/oversight-check.ts'
import type { Database } from './database.ts'
import type { Queued } from './ledger/commit.ts'
import { type Telling, tellingWhere } from './outbox.ts'
import { raw } from './raw.ts'
import { oversightEntry } from './schema/oversight.ts'
import { user } from './schema/staff.ts'
import { type Asked, asked } from './trip.ts'

export type OversightEntry = typeof oversightEntry.$inferSelect

export interface NewEntry {
  at: Instant
  /** 'staff:<id>' */
  by: string
  kind: OversightKind
  agencyId: number
  of?: number
  words?: string
  facts: Record<string, string | number | null>
  open?: boolean
  /** Said twice, the second is not written. */
  once?: string
}

const TRIES = 10

/** With its letters, whole or not at all. Null: it was said before, or another one waits. */
export async function appendEntry(
  db: Database,
  entry: NewEntry,
  tellings: (seq: number) => Telling[] = () => [],
): Promise<{ seq: number; queued: Queued[] } | null> {
  for (let tried = 1; tried <= TRIES; tried++) {
    const [last] = await db.select().from(oversightEntry).orderBy(desc(oversightEntry.seq)).limit(1)
    const seq = (last?.seq ?? 0) + 1
    const { open = false, once = null, of = null, words = null, facts, ...rest } = entry
    const kept = { ...rest, seq, of, words, facts: JSON.stringify(facts) }
    const chained = { ...kept, previous: last?.hash ?? GENESIS }
    const hash = await entryHash(chained)
    const mine = sql`exists (select 1 from oversight_entry where seq = ${seq} and hash = ${hash})`
    const [written, , queued] = await db.batch([
      db
        .insert(oversightEntry)
        .values({ ...chained, hash, open, once })
        .onConflictDoNothing()
        .returning({ seq: oversightEntry.seq }),
      raw(db, sql`update oversight_entry set open = 0 where seq = ${of} and ${mine}`),
      tellingWhere(db, tellings(seq), mine),
    ])
    if (written.length > 0) return { seq, queued }
    if (!(await wasOvertaken(db, seq))) return null
  }
  throw new Error('entries come faster than they can be read')
}

/** Somebody else's is at its place: it comes behind. */
async function wasOvertaken(db: Database, seq: number): Promise<boolean> {
  return (await db.select().from(oversightEntry).where(eq(oversightEntry.seq, seq))).length > 0
}

const named = {
  seq: oversightEntry.seq,
  at: oversightEntry.at,
  by: oversightEntry.by,
  kind: oversightEntry.kind,
  agencyId: oversightEntry.agencyId,
  of: oversightEntry.of,
  words: oversightEntry.words,
  facts: oversightEntry.facts,
  name: user.name,
}

const OF_BY = eq(user.id, sql`substr(${oversightEntry.by}, 7)`)

const NAMED = sql.raw(
  `e.seq, e.at, e."by", e.kind, e.agency_id as agencyId, e."of", e.words, e.facts`,
)

/** Null names: who is on the staff no more. */
export type NamedEntry = Awaited<ReturnType<typeof openEntries>>[number]

/** Newest first, before a number; of some agencies alone where they are named. */
export function askEntries(
  db: Database,
  before: number,
  kinds: readonly OversightKind[],
  agencyIds: readonly number[] | null,
  limit: number,
): Asked<NamedEntry[]> {
  const arm = (within: SQL) => sql`select * from (select ${NAMED} from oversight_entry e
    where e.seq < ${before} and e.kind in (select value from json_each(${JSON.stringify(kinds)}))
      ${within} order by e.seq desc limit ${limit})`
  const arms = agencyIds?.map((id) => arm(sql`and e.agency_id = ${id}`)) ?? [arm(sql``)]
  const query = raw<NamedEntry>(
    db,
    sql`select x.*, u.name from (${sql.join(arms, sql` union all `)}) x
      left join user u on u.id = substr(x."by", 7) order by x.seq desc limit ${limit}`,
  )
  return asked([query], ([rows]) => rows as NamedEntry[])
}

/** One of each agency at most. */
export function openEntries(
  db: Database,
  kind: 'question' | 'check',
  agencyIds: readonly number[] | null,
) {
  return db
    .select(named)
    .from(oversightEntry)
    .leftJoin(user, OF_BY)
    .where(
      and(
        // spelled out: a partial index serves only a query that says its condition
        sql`open = 1`,
        eq(oversightEntry.kind, kind),
        agencyIds === null ? undefined : inArray(oversightEntry.agencyId, [...agencyIds]),
      ),
    )
    .orderBy(asc(oversightEntry.agencyId))
    .limit(100)
}

export function askOpenQuestions(db: Database, agencyIds: readonly number[] | null) {
  return asked([openEntries(db, 'question', agencyIds)], ([rows]) => rows)
}

export async function entryAt(db: Database, seq: number): Promise<OversightEntry | null> {
  return (await db.select().from(oversightEntry).where(eq(oversightEntry.seq, seq)))[0] ?? null
}

export async function entrySaidAs(db: Database, once: string): Promise<OversightEntry | null> {
  return (await db.select().from(oversightEntry).where(eq(oversightEntry.once, once)))[0] ?? null
}

/** Oldest first. */
export function allEntries(db: Database) {
  return db.select().from(oversightEntry).orderBy(oversightEntry.seq)
}
