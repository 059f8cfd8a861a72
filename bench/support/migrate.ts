import { readdirSync, readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/** Applies every migration to a new database in this process. */
export function migrate(db: DatabaseSync, folder = 'migrations') {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  for (const name of names.sort())
    db.exec(readFileSync(`${folder}/${name}`, 'utf8').replaceAll('--> statement-breakpoint', ''))
}
