import { type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'

/** How somebody's roles stand: another text once one was given, asked for, answered or ended. */
function rolesRead(userId: string): SQL<string> {
  return sql<string>`(
    (select count(*) || '-' || count(until) from membership where user_id = ${userId}) || '-' ||
    (select coalesce(group_concat(id, '.'), '') from
      (select id from role_grant where user_id = ${userId} and outcome is null order by id)))`
}

export function askRolesRead(db: Database, userId: string) {
  return db.select({ read: rolesRead(userId) }).from(sql`(select 1)`)
}

/** A form that says nothing of it holds for whatever stands. */
export function stillRead(userId: string, read: string): SQL {
  return read === '' ? sql`true` : sql`${rolesRead(userId)} = ${read}`
}
