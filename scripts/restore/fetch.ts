import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../src/domain/city/backup.ts'
import {
  CHANGES_INDEX,
  CHANGES_ROOT,
  changeKey,
  changesAfter,
  OVERLAP,
  readChangeKey,
} from '../../src/domain/city/changes.ts'
import { addDays, type Instant } from '../../src/domain/time/time.ts'
import type { KeysAtHand } from '../backup-keys.ts'
import type { Objects } from '../objects.ts'
import { readTrusted } from './read.ts'

/** Of the bucket of backups; null where there is none. Throws Error where that cannot be known. */
type Get = Objects['get']

const AT_ONCE = 4

/**
 * What changed since a backup, into a folder beside its parts. `warn`: what could not be looked for.
 * @returns how many sets there are
 */
export async function bringChanges(
  objects: Objects,
  keys: KeysAtHand,
  folder: string,
  startedAt: Instant,
  warn: (sentence: string) => void,
): Promise<number> {
  const index = await objects.get(CHANGES_INDEX)
  if (!index) return 0
  const line = new TextDecoder().decode(index)
  const trusted = await readTrusted(keys, line, 'The index of changes')
  const { keys: known, until } = trusted as { keys: string[]; until: Instant }
  const late = await lateErasures(objects, until).catch((error: Error) => {
    warn(`Erasures after ${new Date(until).toISOString()} are NOT looked for. ${error.message}`)
    return []
  })
  const wanted = changesAfter([...new Set([...known, ...late])], startedAt, until)
  const to = join(folder, 'changes')
  const [missing] = await bringAll(objects.get, to, wanted)
  if (missing) throw new Error(`${missing} is named by the index of changes and not in the bucket`)
  writeWhole(join(to, 'index.json'), index)
  return wanted.length
}

/** Noted as they happened; the index, which the next export would have written, names none of them yet. */
async function lateErasures({ list }: Objects, until: Instant): Promise<string[]> {
  const keys = await list(CHANGES_ROOT, changeKey(until - OVERLAP, 'changes', ''))
  return keys.filter((key) => readChangeKey(key)?.kind === 'erasure')
}

/** Every day's since the first; those that are there already are not brought again. */
export async function bringDigests(
  get: Get,
  to: string,
  { firstDigest }: Pick<Manifest, 'firstDigest'>,
  now: Instant,
): Promise<number> {
  // a young city has none yet: there is a folder to compare with all the same
  if (firstDigest === null) return (await bringAll(get, to, [])).length
  const days: string[] = []
  const today = new Date(now).toISOString().slice(0, 10)
  for (let day = firstDigest; day < today; day = addDays(day, 1)) days.push(`digests/${day}.json`)
  // the last day's may not be made yet
  const missing = await bringAll(get, to, days)
  return days.length - missing.length
}

/** Goes on where it was cut off. @returns keys that are not there */
export async function bringAll(get: Get, to: string, keys: readonly string[]): Promise<string[]> {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const queue = keys.filter((key) => !existsSync(join(to, basename(key))))
  const missing: string[] = []
  const work = async () => {
    for (let key = queue.shift(); key; key = queue.shift()) {
      const bytes = await get(key)
      if (bytes) writeWhole(join(to, basename(key)), bytes)
      else missing.push(key)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return missing
}

/** There or not there: what is half a file would be taken for one that is brought already. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const half = `${file}.half`
  writeFileSync(half, bytes, { mode: 0o600 })
  renameSync(half, file)
}
