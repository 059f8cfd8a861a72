import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/**
 * Brings a database file from one migration to the next, as wrangler does to D1.
 * @returns applies what is missing up to the one that is named, or all
 */
export function migrations(db: DatabaseSync, folder = 'migrations'): (last?: string) => void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const waiting = files.toSorted()
  return (last = '~') => {
    while (waiting[0] !== undefined && waiting[0] <= last)
      db.exec(readFileSync(join(folder, waiting.shift() ?? ''), 'utf8'))
  }
}

/** Applies all migrations to an empty database file. */
export function migrate(db: DatabaseSync, folder?: string): void {
  migrations(db, folder)()
}
