import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import type { DayDigest } from '../seal/merkle.ts'
import type { Database } from './database.ts'
import { complaint, dayDigest, event } from './schema/complaint.ts'

export async function digestOf(db: Database, day: IsoDate) {
  return (await db.select().from(dayDigest).where(eq(dayDigest.day, day)))[0] ?? null
}

export async function lastDigest(db: Database) {
  return (await db.select().from(dayDigest).orderBy(desc(dayDigest.day)).limit(1))[0] ?? null
}

export async function firstEventAt(db: Database): Promise<Instant | null> {
  return (
    (await db.select({ at: event.at }).from(event).orderBy(asc(event.at)).limit(1))[0]?.at ?? null
  )
}

/** All events in [from, until), in order of time. */
export async function allBetween(db: Database, span: readonly [Instant, Instant]) {
  const events: Awaited<ReturnType<typeof eventsBetween>> = []
  for (let page = await eventsBetween(db, span); page.length > 0; ) {
    events.push(...page)
    page = await eventsBetween(db, span, page.at(-1))
  }
  return events
}

/** One page of the events in [from, until), in order of time; `after` is the last one before it. */
export function eventsBetween(
  db: Database,
  [from, until]: readonly [Instant, Instant],
  after: { at: Instant; complaintId: number; seq: number } = { at: from, complaintId: 0, seq: 0 },
  limit = 1000,
) {
  return db
    .select({
      complaintId: event.complaintId,
      at: event.at,
      complaint: complaint.reference,
      seq: event.seq,
      hash: event.hash,
    })
    .from(event)
    .innerJoin(complaint, eq(complaint.id, event.complaintId))
    .where(
      and(
        gte(event.at, from),
        lt(event.at, until),
        sql`(event.at, event.complaint_id, event.seq) > (${after.at}, ${after.complaintId}, ${after.seq})`,
      ),
    )
    .orderBy(asc(event.at), asc(event.complaintId), asc(event.seq))
    .limit(limit)
}

/** The first one written stays. */
export function keepDigest(db: Database, row: DayDigest & { day: IsoDate; previous: string }) {
  return db.insert(dayDigest).values(row).onConflictDoNothing()
}
