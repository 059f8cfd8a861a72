import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Runner, runWrangler } from '../command.ts'
import type { Built } from './build.ts'
import { databaseFiles, LOCAL_STATE, refuseBesideServer } from './in-use.ts'
import { checkCounts, countsIn, inserter, inTransaction, rowsIn } from './rows.ts'

/**
 * Puts a built database in place of the local one. Until it is complete the old one stays where it
 * is; then a copy of it lies beside. @returns where; null where there was none
 */
export async function restoreLocal(
  shell: Runner,
  built: Built,
  persist = LOCAL_STATE,
): Promise<string | null> {
  refuseBesideServer(persist)
  const making = `${persist}-restoring`
  // what an interrupted restore left
  rmSync(making, { recursive: true, force: true })
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', `--persist-to=${making}`]
  await runWrangler(shell, args)
  copy(built, making)
  refuseBesideServer(persist)
  const before = putInPlace(making, persist)
  rmSync(making, { recursive: true, force: true })
  return before
}

/** One renaming, so that whoever ends it at any moment leaves the old one or the new one, whole. */
function putInPlace(making: string, persist: string): string | null {
  const folder = join(persist, 'v3', 'd1')
  const [made = ''] = databaseFiles(making)
  const target = join(folder, basename(dirname(made)), basename(made))
  const before = existsSync(target) ? `${folder}-before-${Date.now()}.sqlite` : null
  mkdirSync(dirname(target), { recursive: true })
  if (before) {
    settle(target)
    copyFileSync(target, before, constants.COPYFILE_FICLONE)
  }
  settle(made)
  renameSync(made, target)
  return before
}

/** What was written last goes into the file itself: a log of the old one would be read into the new one. */
function settle(file: string): void {
  const db = new DatabaseSync(file)
  db.exec('pragma wal_checkpoint(truncate)')
  db.close()
  if (existsSync(`${file}-wal`)) throw new Error(`${file} is in use. End what has it open`)
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
