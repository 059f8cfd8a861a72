import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setBackupKey } from '../../../scripts/backup-keys.ts'
import { makeCity } from '../../../scripts/drill/city.ts'
import { file } from '../../../scripts/drill/life.ts'
import { withLocal } from '../../../scripts/platform.ts'
import { CASE_TABLES } from '../../../src/db/dump.ts'
import { PUBLISH_CITY } from '../../../src/db/publish-city.ts'
import { backup } from '../../../src/jobs/backup.ts'
import { exportChanges } from '../../../src/jobs/export-changes.ts'
import type { Account } from './account.ts'

/**
 * What the Worker would do in a night, with the secrets of the operator's copy: reports are filed,
 * their backup and the changes since lie in the account's bucket, their rows in its database.
 */
export async function aNight(account: Account, copy: string, reports: number): Promise<void> {
  const secrets = JSON.parse(readFileSync(copy, 'utf8'))
  const newest = Object.values(JSON.parse(secrets.BACKUP_KEYS)).at(-1) as { x: string }
  const state = mkdtempSync(join(tmpdir(), 'night-'))
  const objects = new Map<string, Buffer>()
  await withLocal(async (env) => {
    await makeCity(env.DB)
    for (const sql of [setBackupKey(newest.x), PUBLISH_CITY]) await env.DB.prepare(sql).run()
    const now = Date.now()
    for (let n = 0; n < reports; n++) await file(env, secrets, n, now)
    const w = { env: { ...env, RECEIPT_KEY: secrets.RECEIPT_KEY }, s: { now } }
    await backup(w)
    await exportChanges(w)
    for (const { key } of (await env.BACKUPS.list()).objects) {
      const object = await env.BACKUPS.get(key)
      if (object) objects.set(key, Buffer.from(await object.arrayBuffer()))
    }
    await copyRows(env.DB, account)
  }, state)
  rmSync(state, { recursive: true })
  account.buckets.set('tanggap-backups', objects)
}

async function copyRows(d1: D1Database, { databases }: Account): Promise<void> {
  const sqlite = databases[0]?.sqlite
  sqlite?.exec('pragma foreign_keys = off')
  for (const table of CASE_TABLES) {
    const { results } = await d1.prepare(`select * from "${table}"`).all<Record<string, string>>()
    for (const row of results) {
      const names = Object.keys(row).map((name) => `"${name}"`)
      const marks = names.map(() => '?')
      sqlite
        ?.prepare(`insert or replace into "${table}" (${names.join()}) values (${marks.join()})`)
        .run(...Object.values(row))
    }
  }
}
