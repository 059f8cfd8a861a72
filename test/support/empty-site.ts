import { randomBytes } from 'node:crypto'
import { inviteSql } from '../../scripts/invite-sql.ts'
import { seedCity } from '../../seed/city.ts'
import { emptyCityRows } from '../../seed/empty-city.ts'
import { database } from '../../src/db/database.ts'

/** A city that has said nothing yet. Returns the token of its first administrator's invitation. */
export async function emptySite({ DB }: { DB: D1Database }): Promise<string> {
  await seedCity(database(DB), emptyCityRows('tanggap@kota.contoh.id'))
  const who = { email: 'admin@bitung.contoh.id', name: 'Admin Bitung' }
  const random = (n: number) => new Uint8Array(randomBytes(n))
  const { statements, token } = await inviteSql(who, Date.now(), random)
  for (const statement of statements) await DB.prepare(statement).run()
  return token
}

/** As if the days were over in which a role waits for a second person where there is none. */
export async function ripen({ DB }: { DB: D1Database }): Promise<void> {
  await DB.prepare('update role_grant set ripens_at = 1 where ripens_at is not null').run()
}

/** As if the seconds in which a step may be undone were over. */
export async function settle({ DB }: { DB: D1Database }): Promise<void> {
  await DB.batch([
    DB.prepare(`update outbox set not_before = 0 where state = 'waiting'`),
    DB.prepare('update message set visible_from = at where visible_from is not null'),
    DB.prepare('update complaint set undo = null'),
  ])
}
