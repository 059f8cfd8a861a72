import { and, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Filed } from '../seal/witness.ts'
import { askIfTooMany, type Counting } from './counters.ts'
import type { Database } from './database.ts'
import { newestFilings } from './newest-filings.ts'
import { complaint } from './schema/complaint.ts'
import { filing } from './schema/filing.ts'
import { type Asked, asked, NOTHING, oneTrip } from './trip.ts'

const SAME_DAYS = 1

export interface Digests {
  token: string
  fields: string
  /** The same fields as another form would have brought them, under each of the server's secrets. */
  alike: string[]
}

/** Of the server, where filings are limited. */
export interface FilingLimit extends Counting {
  secret: string
}

/** What stands before a new report is written. */
export interface Before {
  /** What came with the token. */
  row: typeof filing.$inferSelect | undefined
  /** The newest of a day that brought the same fields. */
  same: { reference: string } | undefined
  earlier: Filed[]
  /** Only of what is new: a form sent again costs nothing (docs/data.md, Filing once). */
  isTooMany: boolean
}

/** `asksIfSame`: what brings the same fields is asked about, so it is no new one yet. */
export async function filingsBefore(
  { db, now }: { db: Database; now: Instant },
  digests: Digests,
  asksIfSame: boolean,
  limit: FilingLimit | null,
): Promise<Before> {
  const same = sameFields(db, digests, now)
  const known = exists(db.select({ one: sql`1` }).from(filing).where(hasToken(digests)).getSQL())
  const isOld = asksIfSame ? sql`${known} or ${exists(same.getSQL())}` : known
  const counted: Asked<{ isCounted: boolean } | null> =
    limit === null ? NOTHING : await askIfTooMany({ db, now, secret: limit.secret }, limit, isOld)
  const questions = asked(
    [db.select().from(filing).where(hasToken(digests)), same, newestFilings(db)],
    ([[row], [like], earlier]) => ({ row, same: like, earlier }),
  )
  const [count, found] = await oneTrip(db, [counted, questions])
  const isNew = !found.row && !(asksIfSame && found.same)
  return { ...found, isTooMany: isNew && count?.isCounted === false }
}

function hasToken({ token }: Digests): SQL {
  return eq(filing.tokenDigest, token)
}

function exists(query: SQL): SQL {
  return sql`exists (${query})`
}

function sameFields(db: Database, { alike }: Digests, now: Instant) {
  return db
    .select({ reference: complaint.reference })
    .from(filing)
    .innerJoin(complaint, eq(complaint.id, filing.complaintId))
    .where(and(inArray(filing.fieldsDigest, alike), gt(filing.at, now - SAME_DAYS * DAY)))
    .orderBy(desc(filing.at))
    .limit(1)
}
