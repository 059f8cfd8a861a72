import { type SQL, sql } from 'drizzle-orm'
import { ASSIGNABLE_ROLES } from '../domain/acts/assign.ts'
import type { Role } from '../domain/people/actor.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

export interface StaffName {
  id: string
  name: string
}

/** CROSS JOIN, or everybody is read. */
export function namesOf(db: Database, ids: readonly string[]) {
  return raw<StaffName>(
    db,
    sql`select u.id, u.name from json_each(${JSON.stringify(ids)}) j cross join user u on u.id = j.value`,
  )
}

const ASSIGNABLE = named(ASSIGNABLE_ROLES)

function named(roles: readonly Role[]): SQL {
  return sql.raw(roles.map((role) => `'${role}'`).join(','))
}

/** Those of an agency who may be given work; it may be a column of what this stands in. */
export function officersIn(agencyId: SQL | number, now: number): SQL {
  return sql`
    select distinct u.id, u.name from membership m join user u on u.id = m.user_id
    where m.agency_id = ${agencyId} and m.role in (${ASSIGNABLE})
      and m.since <= ${now} and (m.until is null or m.until > ${now}) and u.disabled_at is null
    limit 60`
}

export function officersOf(db: Database, agencyId: number, now: number) {
  return raw<StaffName>(db, officersIn(agencyId, now))
}

/** Those of these agencies in which nobody could take up what is routed to them. */
export function unstaffedAmong(db: Database, agencyIds: readonly number[], now: number) {
  return without(db, agencyIds, now, ['liaison', 'inspectorate'])
}

/** Those in which nobody could say yes to a draft. */
export function headlessAmong(db: Database, agencyIds: readonly number[], now: number) {
  return without(db, agencyIds, now, ['head'])
}

async function without(
  db: Database,
  agencyIds: readonly number[],
  now: number,
  roles: readonly Role[],
): Promise<number[]> {
  const rows = await raw<{ id: number }>(
    db,
    sql`
    select j.value as id from json_each(${JSON.stringify(agencyIds)}) j where not exists (
      select 1 from membership m cross join user u on u.id = m.user_id
      where m.agency_id = j.value and m.role in (${named(roles)})
        and m.since <= ${now} and (m.until is null or m.until > ${now}) and u.disabled_at is null)`,
  )
  return rows.map(({ id }) => id)
}

export function headsOf(db: Database, agencyId: number, now: number) {
  return raw<StaffName>(
    db,
    sql`
    select u.id, u.name from membership m join user u on u.id = m.user_id
    where m.agency_id = ${agencyId} and m.role = 'head'
      and m.since <= ${now} and (m.until is null or m.until > ${now}) and u.disabled_at is null
    limit 1`,
  )
}
