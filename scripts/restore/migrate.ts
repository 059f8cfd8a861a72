import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** Applies all migrations to an empty database file, as wrangler does to D1. */
export function migrate(db: DatabaseSync, folder = 'migrations'): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  for (const file of files.toSorted()) db.exec(readFileSync(join(folder, file), 'utf8'))
}
