import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { DAY, type Instant } from '../domain/time/time.ts'
import type { Filed } from '../seal/witness.ts'
import { askIfTooMany, type Counting } from './counters.ts'
import type { Database } from './database.ts'
import { kept, type Slot } from './kept.ts'
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
  const { token } = digests
  const alike = JSON.stringify(digests.alike)
  const since = now - SAME_DAYS * DAY
  const known = sql`exists (select 1 from filing where token_digest = ${token})`
  const isOld = asksIfSame ? sql`${known} or ${isSame(alike, since)}` : known
  const counted: Asked<{ isCounted: boolean } | null> =
    limit === null ? NOTHING : await askIfTooMany({ db, now, secret: limit.secret }, limit, isOld)
  const questions = askBefore(db, token, alike, since)
  const [count, found] = await oneTrip(db, [counted, questions])
  const isNew = !found.row && !(asksIfSame && found.same)
  return { ...found, isTooMany: isNew && count?.isCounted === false }
}

const askBefore = kept((db, token: Slot<string>, alike: Slot<string>, since: Slot<number>) =>
  asked(
    [
      db.select().from(filing).where(eq(filing.tokenDigest, token)),
      db
        .select({ reference: complaint.reference })
        .from(filing)
        .innerJoin(complaint, eq(complaint.id, filing.complaintId))
        .where(and(sql`${filing.fieldsDigest} in ${oneOf(alike)}`, gt(filing.at, since)))
        .orderBy(desc(filing.at))
        .limit(1),
      newestFilings(db),
    ],
    ([[row], [same], earlier]) => ({ row, same, earlier }),
  ),
)

function isSame(alike: string, since: Instant): SQL {
  return sql`exists (select 1 from filing f join complaint c on c.id = f.complaint_id
    where f.fields_digest in ${oneOf(alike)} and f.at > ${since})`
}

/** However many there are, it is one text. */
function oneOf(json: string | Slot<string>): SQL {
  return sql`(select value from json_each(${json}))`
}
