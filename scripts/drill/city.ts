import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedCity } from '../../seed/city.ts'
import { database } from '../../src/db/database.ts'

/** An empty local database becomes a city's. */
export async function makeCity(d1: D1Database): Promise<void> {
  await migrateLocal(d1)
  await seedCity(database(d1))
}

/** Notes what it applies as wrangler notes it. */
export async function migrateLocal(d1: D1Database): Promise<void> {
  await d1.prepare('create table d1_migrations (id integer primary key, name text)').run()
  const files = readdirSync('migrations').filter((name) => name.endsWith('.sql'))
  for (const name of files.toSorted()) {
    const statements = readFileSync(join('migrations', name), 'utf8')
    for (const sql of statements.split('--> statement-breakpoint')) await d1.prepare(sql).run()
    await d1.prepare('insert into d1_migrations (name) values (?)').bind(name).run()
  }
}
