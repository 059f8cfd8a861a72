import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { GONE_STATES } from '../domain/case/complaint.ts'
import type { Instant } from '../domain/time/time.ts'
import { underRoot } from './cluster-roots.ts'
import type { Database } from './database.ts'
import { VERIFIER_DESK } from './ledger/assignments.ts'
import { counter } from './schema/city.ts'
import { assignment, complaint } from './schema/complaint.ts'
import { attachment, filing } from './schema/filing.ts'

const root = alias(complaint, 'root')

export interface MemberCursor {
  id: number
  rootId: number
}

function joinedWhere(db: Database, after: MemberCursor, limit: number, where?: SQL) {
  return db
    .select({ id: complaint.id, rootId: complaint.rootId })
    .from(complaint)
    .innerJoin(root, eq(root.id, complaint.rootId))
    .where(
      and(
        sql`complaint.root_id <> complaint.id`,
        sql`(complaint.root_id, complaint.id) > (${after.rootId}, ${after.id})`,
        where,
      ),
    )
    .orderBy(asc(complaint.rootId), asc(complaint.id))
    .limit(limit)
}

const FIRST: MemberCursor = { id: 0, rootId: 0 }

/** Their root went away: they are handled on their own again. */
export function stranded(db: Database, after = FIRST, limit = 50) {
  return joinedWhere(db, after, limit, inArray(root.state, GONE_STATES))
}

/** Their root's words went earlier, at its reporter's wish: no root leads to them any more. */
export function leftBehind(db: Database, before: Instant, after = FIRST, limit = 50) {
  return joinedWhere(
    db,
    after,
    limit,
    and(isNotNull(complaint.text), isNull(root.text), lt(root.closedAt, before)),
  )
}

export function unverified(db: Database, limit: number) {
  return db
    .select({ reference: complaint.reference, dueDay: assignment.dueDay })
    .from(assignment)
    .innerJoin(complaint, eq(complaint.id, assignment.complaintId))
    .where(
      and(
        sql`open = 1`,
        eq(assignment.agencyId, VERIFIER_DESK),
        eq(assignment.role, 'lead'),
        eq(assignment.bucket, 'work'),
        // returned twice or objected, it waits for the administrator
        sql`not (complaint.returns >= 2 or complaint.objection is 'open')`,
      ),
    )
    .orderBy(asc(assignment.rankDay), asc(assignment.complaintId))
    .limit(limit)
}

export function erasable(db: Database, before: Instant, limit = 50) {
  return db
    .select({ id: complaint.id })
    .from(complaint)
    .where(and(sql`closed_at is not null and text is not null`, lt(complaint.closedAt, before)))
    .orderBy(asc(complaint.closedAt))
    .limit(limit)
}

/** Test reports that are over and still have their words. */
export function testsOver(db: Database, limit: number) {
  return db
    .select({ id: complaint.id })
    .from(complaint)
    .where(sql`channel = 'test' and text is not null and closed_at > 0`)
    .orderBy(asc(complaint.closedAt))
    .limit(limit)
}

export function membersOf(db: Database, rootId: number) {
  return db
    .select({ id: complaint.id })
    .from(complaint)
    .where(
      and(
        sql`${complaint.rootId} in ${underRoot(sql`${rootId}`)}`,
        sql`complaint.root_id <> complaint.id`,
        isNotNull(complaint.text),
      ),
    )
}

export function knownKeys(db: Database, keys: readonly string[]) {
  return db
    .select({ key: attachment.key })
    .from(attachment)
    .where(sql`${attachment.key} in (select value from json_each(${JSON.stringify(keys)}))`)
}

export function namedFiles(db: Database, after = '', limit = 50) {
  return db
    .select({ id: attachment.id, key: attachment.key })
    .from(attachment)
    .where(gt(attachment.key, after))
    .orderBy(asc(attachment.key))
    .limit(limit)
}

const PURGED = 500

/** Rows lie in the order in which they came: an index on the time would cost every filing a row. */
export async function purgeFilings(db: Database, before: Instant): Promise<number> {
  const gone = await db
    .delete(filing)
    .where(
      and(
        sql`rowid in (select rowid from filing order by rowid limit ${PURGED})`,
        lt(filing.at, before),
      ),
    )
    .returning({ id: filing.complaintId })
  return gone.length
}

/** `before` in epoch seconds. */
export async function purgeCounters(db: Database, before: number): Promise<number> {
  const gone = await db
    .delete(counter)
    .where(sql`rowid in (select rowid from counter where "window" < ${before} limit ${PURGED})`)
    .returning({ window: counter.window })
  return gone.length
}
