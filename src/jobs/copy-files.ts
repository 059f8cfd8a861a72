import { backupState } from '../db/backup-state.ts'
import { filesBehind, type StoredFileRow } from '../db/copied-files.ts'
import { database } from '../db/database.ts'
import { knownKeys } from '../db/sweeps.ts'
import type { Instant } from '../domain/time/time.ts'
import { sealFile, sealOf } from '../seal/sealed-file.ts'
import { readSigned, signRecord } from '../seal/signed-record.ts'
import { deleteCopies, hasCopy, putCopy } from '../storage/copies.ts'
import type { Counts } from './world.ts'

interface CopyWorld {
  env: Pick<Env, 'DB' | 'FILES' | 'BACKUPS' | 'RECEIPT_KEY'>
  s: { now: Instant }
  /** Files a run looks at, at most: what is left waits for the next. */
  files?: number
}

/** Outside the database, so that it goes on in read-only mode. */
const PROGRESS = 'copied-files.json'

/** Places in the order of rows. `fresh`: all before it was copied; `again`: looked at once more. */
interface Progress {
  fresh: number
  again: number
}

const FILES = 200
const AT_NIGHT = 1000
/** Of one run: a second of sealing or so, one file at a time in memory. */
const BYTES = 60_000_000

/**
 * Every five minutes: a photo is evidence, and its second copy is as old as that of the words.
 * `left`: whether the next run has more to do.
 */
export async function copyFiles(w: CopyWorld): Promise<Counts> {
  const progress = await progressOf(w)
  const { files, last } = await filesBehind(w.env.DB, progress.fresh, w.files ?? FILES)
  const run = await copyAll(w, files)
  // a restore numbers rows anew: what it brought back was copied before, and the nights look again
  const fresh = Math.min(run.after ?? progress.fresh, last)
  if (fresh !== progress.fresh) await keep(w, { ...progress, fresh })
  return { copied: run.copied, left: Number(files.length > 0 && fresh < last) }
}

/** Each night, in turn: what was missed, lost from the bucket, or sealed for a key before. */
export async function copyFilesAgain(w: CopyWorld): Promise<Counts> {
  const progress = await progressOf(w)
  const limit = w.files ?? AT_NIGHT
  const { files } = await filesBehind(w.env.DB, progress.again, limit)
  const run = await copyAll(w, files)
  const isDone = files.length < limit && run.after === (files.at(-1)?.place ?? null)
  await keep(w, { ...progress, again: isDone ? 0 : (run.after ?? 0) })
  return { copied: run.copied }
}

async function copyAll(w: CopyWorld, files: readonly StoredFileRow[]) {
  const run = { after: null as number | null, copied: 0 }
  if (files.length === 0) return run
  const { recipient } = await backupState(w.env.DB)
  const seal = await sealOf(recipient)
  const made: string[] = []
  let bytes = 0
  for (const file of files) {
    if (bytes >= BYTES) break
    if (!(await hasCopy(w.env.BACKUPS, file.key, seal))) {
      const stored = await w.env.FILES.get(file.key)
      // that it is missing is told by another job
      if (stored) {
        const plain = new Uint8Array(await stored.arrayBuffer())
        await putCopy(w.env.BACKUPS, file.key, await sealFile(plain, recipient), seal)
        made.push(file.key)
        bytes += file.bytes
      }
    }
    run.after = file.place
  }
  await forgetErased(w, made)
  return { ...run, copied: made.length }
}

/** Erased while it was copied: no row names it any more. */
async function forgetErased(w: CopyWorld, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const known = new Set((await knownKeys(database(w.env.DB), keys)).map(({ key }) => key))
  const gone = keys.filter((key) => !known.has(key))
  if (gone.length > 0) await deleteCopies(w.env.BACKUPS, gone)
}

async function progressOf(w: CopyWorld): Promise<Progress> {
  const line = await (await w.env.BACKUPS.get(PROGRESS))?.text()
  const read = line === undefined ? null : await readSigned([signer(w)], line)
  return read?.ok ? (read.record as Progress) : { fresh: 0, again: 0 }
}

async function keep(w: CopyWorld, progress: Progress): Promise<void> {
  await w.env.BACKUPS.put(PROGRESS, await signRecord(signer(w), progress))
}

function signer({ env }: CopyWorld) {
  return JSON.parse(env.RECEIPT_KEY)
}
