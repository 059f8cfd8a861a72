import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type HandOver, MOST_NAMED, type OpenWork } from '../domain/people/hand-over.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { insertWhere } from './insert-where.ts'
import type { Statement } from './ledger/statement.ts'
import { raw } from './raw.ts'
import { handOver } from './schema/rights.ts'
import { officersOf } from './staff-names.ts'

/** What somebody holds, and who of the same agency could take it on. */
export async function openWorkOf(db: Database, userId: string, now: Instant): Promise<OpenWork[]> {
  const held = await raw<Omit<OpenWork, 'colleagues'>>(
    db,
    sql`select a.agency_id as agencyId, count(*) as cases,
        sum(c.state in ('awaiting_info', 'awaiting_confirmation')) as waiting
      from (select agency_id, complaint_id from assignment indexed by assignment_officer
        where officer_id = ${userId} and open = 1 limit ${MOST_NAMED + 1}) a
      cross join complaint c on c.id = a.complaint_id
      group by a.agency_id`,
  )
  const [first, ...rest] = held.map(({ agencyId }) => officersOf(db, agencyId, now))
  const among = first ? await db.batch([first, ...rest]) : []
  return held.map((work, i) => ({
    ...work,
    colleagues: (among[i] ?? []).filter(({ id }) => id !== userId),
  }))
}

/** Where `gone` holds; what was said of these agencies before is void. `agencyId` of null: of all. */
export function handingOver(
  { db, now }: { db: Database; now: Instant },
  { userId, agencyId, given, givenBy }: HandOver,
  gone: SQL,
): Statement[] {
  const row = {
    ...{ userId, agencyId: sql`json_extract(value, '$.agencyId')` },
    ...{ toId: sql`json_extract(value, '$.toId')`, givenBy, givenAt: now },
  }
  const ofAgency = agencyId === null ? undefined : eq(handOver.agencyId, agencyId)
  return [
    db.delete(handOver).where(and(eq(handOver.userId, userId), ofAgency, gone)),
    insertWhere(db, handOver, row, gone, sql`from json_each(${JSON.stringify(given)})`),
  ]
}
