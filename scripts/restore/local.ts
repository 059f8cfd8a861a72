import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Runner, runWrangler } from '../command.ts'
import type { Built } from './build.ts'
import { databaseFiles, LOCAL_STATE, refuseBesideServer } from './in-use.ts'
import { checkCounts, countsIn, inserter, inTransaction, rowsIn } from './rows.ts'

/**
 * Puts a built database in place of the local one. Until it is complete the old one stays where it
 * is; then it lies beside. @returns where
 */
export async function restoreLocal(
  shell: Runner,
  built: Built,
  persist = LOCAL_STATE,
): Promise<string> {
  refuseBesideServer(persist)
  const making = `${persist}-restoring`
  // what an interrupted restore left
  rmSync(making, { recursive: true, force: true })
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', `--persist-to=${making}`]
  await runWrangler(shell, args)
  copy(built, making)
  refuseBesideServer(persist)
  const folder = join(persist, 'v3', 'd1')
  const before = `${folder}-before-${Date.now()}`
  mkdirSync(dirname(folder), { recursive: true })
  if (existsSync(folder)) renameSync(folder, before)
  renameSync(join(making, 'v3', 'd1'), folder)
  rmSync(making, { recursive: true, force: true })
  return before
}

function copy({ db: from }: Built, making: string): void {
  const [file] = databaseFiles(making)
  if (!file) throw new Error('wrangler made no local database')
  const db = new DatabaseSync(file)
  try {
    const insert = inserter(db)
    inTransaction(db, () => {
      for (const rows of rowsIn(from)) for (const row of rows) insert(row)
    })
    const counts = countsIn(db)
    checkCounts(countsIn(from), (table) => counts[table] ?? 0)
  } finally {
    db.close()
  }
}
