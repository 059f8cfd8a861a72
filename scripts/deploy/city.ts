import { createHash } from 'node:crypto'
import { keepBackupKey, setBackupKey } from '../backup-keys.ts'
import { changeSql, querySql, type Runner } from '../command.ts'
import type { Shell } from '../shell.ts'
import { literal } from '../sql.ts'

/** How far it has come, under a name with a colon: not the city's own setting. */
const LOADED = 'deploy:city'

/** What the database holds of the city before a deployment adds to it. */
export interface Standing {
  /** Digest of what was loaded last. */
  loaded: string | null
  /** Backups have a key to be sealed for. */
  sealed: number
  admins: number
  /** 1: there is one already, and its form is as open as it says. */
  cities: number
  /** 1: it was made without the seed's. */
  empty: number
}

const STANDING = `select
  (select json_extract(value, '$') from setting where key = ${literal(LOADED)}) as loaded,
  (select count(*) from setting where key = 'backupKey') as sealed,
  (select count(*) from city_snapshot) as cities,
  (select count(*) from setting where key = 'deploy:kosong') as empty,
  (select count(*) from membership m join user u on u.id = m.user_id
    where m.role = 'admin' and m.until is null and u.disabled_at is null) as admins`

/** One question for all of it: each call of wrangler takes seconds. */
export async function standingOf(shell: Runner): Promise<Standing> {
  const [row] = await querySql<Standing>(shell, '--remote', STANDING.replace(/\s+/g, ' '))
  if (!row) throw new Error('The database does not say what it holds')
  return row
}

/**
 * Loads the city's data, unless just these statements were loaded before, and the key that backups
 * are sealed for, all or nothing. `publish` is the statement that shows the new to everybody.
 */
export async function loadCity(
  shell: Shell,
  worker: string,
  city: { statements: readonly string[]; publish: string },
  { loaded, sealed }: Standing,
): Promise<boolean> {
  const digest = createHash('sha256').update(city.statements.join('\n')).digest('hex')
  const isNew = loaded !== digest
  const changes = isNew ? [...city.statements, remember(digest)] : []
  if (!sealed) changes.push(setBackupKey((await keepBackupKey(shell, worker)).x), city.publish)
  if (changes.length > 0) await changeSql(shell, '--remote', changes)
  return isNew
}

function remember(digest: string): string {
  return `insert into setting (key, value) values (${literal(LOADED)}, ${literal(JSON.stringify(digest))})
on conflict (key) do update set value = excluded.value;`
}
