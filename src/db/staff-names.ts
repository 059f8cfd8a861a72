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
export function officersIn(agencyId: SQL | number, now: number, limit = 60): SQL {
  return sql`
    select distinct u.id, u.name from membership m join user u on u.id = m.user_id
    where m.agency_id = ${agencyId} and m.role in (${ASSIGNABLE})
      and m.since <= ${now} and (m.until is null or m.until > ${now}) and u.disabled_at is null
    limit ${limit}`
}

/** Whom a case is offered to, of however many; fewer where those who joined it are read as well. */
const [OFFERED, BESIDE_MANY] = [25, 7]

/** One more than are offered, to know whether there are others. */
export function offeredOf(db: Database, agencyId: number, now: number, joined: boolean) {
  return raw<StaffName>(db, officersIn(agencyId, now, offered(joined) + 1))
}

export function offered(joined: boolean): number {
  return joined ? BESIDE_MANY : OFFERED
}

/** Who of an agency could be given work and is meant: by id, address, or name in any capitals. */
export function officersCalled(db: Database, agencyId: number, said: string, now: number) {
  return raw<StaffName>(
    db,
    sql`select u.id, u.name from user u
      where (u.id = ${said} or u.email = ${said.toLowerCase()} or u.name = ${said} collate nocase)
        and u.disabled_at is null and exists (select 1 from membership m
          where m.user_id = u.id and m.agency_id = ${agencyId} and m.role in (${ASSIGNABLE})
            and m.since <= ${now} and (m.until is null or m.until > ${now}))
      limit 2`,
  )
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
