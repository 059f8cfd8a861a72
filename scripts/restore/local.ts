import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Runner, runWrangler } from '../command.ts'
import { fill } from './build.ts'
import type { Backup } from './read.ts'

/** Builds a fresh local database from a backup; the one before stays beside it. */
export async function restoreLocal(
  shell: Runner,
  backup: Backup,
  persist = '.wrangler/state',
): Promise<string> {
  const folder = join(persist, 'v3', 'd1')
  const before = `${folder}-before-${Date.now()}`
  if (existsSync(folder)) renameSync(folder, before)
  await runWrangler(shell, [
    'd1',
    'migrations',
    'apply',
    'DB',
    '--local',
    `--persist-to=${persist}`,
  ])
  const db = new DatabaseSync(join(folder, 'miniflare-D1DatabaseObject', databaseFile(folder)))
  try {
    fill(db, backup)
  } finally {
    db.close()
  }
  return before
}

function databaseFile(folder: string): string {
  const files = readdirSync(join(folder, 'miniflare-D1DatabaseObject'))
  const file = files.find((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
  if (!file) throw new Error('wrangler made no local database')
  return file
}
