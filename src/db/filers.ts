import { type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

/** One row where whoever filed this report for somebody is on the staff; read by two keys. */
export function filerHere(db: Database, complaintId: SQL | number) {
  return raw<{ here: number }>(
    db,
    sql`
    select 1 as here from complaint c
      cross join user u on u.id = c.filed_by
    where c.id = ${complaintId} and c.has_key_holder = 0 and u.disabled_at is null
      and exists (select 1 from membership m where m.user_id = u.id
        and (m.until is null or m.until > unixepoch() * 1000))`,
  )
}
