import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

export interface StaffName {
  id: string
  name: string
}

/** Who of the staff had a hand in one complaint, for its history; CROSS JOIN, or all staff are read. */
export const actorsOf = (db: Database, complaintId: number) =>
  raw<StaffName>(
    db,
    sql`
    select u.id, u.name from (
      select substr(actor, 7) as id from event
      where complaint_id = ${complaintId} and actor like 'staff:%'
      union select json_extract(facts, '$.officer') from event
      where complaint_id = ${complaintId} and type = 'assign'
      union select officer_id from complaint where id = ${complaintId}) a
    cross join user u on u.id = a.id`,
  )

/** Officers and liaisons of an agency who may be given a case now. */
export const officersOf = (db: Database, agencyId: number, now: number) =>
  raw<StaffName>(
    db,
    sql`
    select distinct u.id, u.name from membership m join user u on u.id = m.user_id
    where m.agency_id = ${agencyId} and m.role in ('liaison','officer','inspectorate')
      and m.since <= ${now} and (m.until is null or m.until > ${now}) and u.disabled_at is null
    limit 60`,
  )
