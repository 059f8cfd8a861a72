import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { keysAtHand } from '../../scripts/backup-keys.ts'
import { build } from '../../scripts/restore/build.ts'
import { openChanges } from '../../scripts/restore/changes.ts'
import { openBackup } from '../../scripts/restore/read.ts'

/**
 * Restores into a folder of local state and kills itself before the n-th thing it does to a file:
 * `killed-restore.ts BACKUP STATE MIGRATED N`. MIGRATED: what wrangler's migrations leave.
 */
const [folder = '', state = '', migrated = '', n = '0'] = process.argv.slice(2)
const keys = keysAtHand({ env: process.env })
const backup = await openBackup(folder, keys)
const changes = await openChanges(folder, keys, backup.manifest.startedAt)
const built = await build(backup, changes, Date.now())

let left = Number(n)
const counted =
  <A extends unknown[], R>(real: (...args: A) => R) =>
  (...args: A): R => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return real(...args)
  }

fs.renameSync = counted(fs.renameSync)
fs.rmSync = counted(fs.rmSync)
fs.mkdirSync = counted(fs.mkdirSync)
fs.copyFileSync = counted(fs.copyFileSync)
fs.linkSync = counted(fs.linkSync)
syncBuiltinESMExports()
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (sql) {
  return counted((one: string) => exec.call(this, one))(sql)
}

const { restoreLocal } = await import('../../scripts/restore/local.ts')
const wrangler = async (args: string[]) => {
  const to = args.find((arg) => arg.startsWith('--persist-to='))?.slice('--persist-to='.length)
  fs.cpSync(migrated, to ?? '', { recursive: true })
  return { code: 0, out: '', err: '' }
}
await restoreLocal({ wrangler }, built, state)
console.log(left)
