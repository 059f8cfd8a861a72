import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../src/domain/city/backup.ts'
import { CHANGES_INDEX, changesAfter } from '../../src/domain/city/changes.ts'
import { addDays, type Instant } from '../../src/domain/time/time.ts'
import type { KeysAtHand } from '../backup-keys.ts'
import { readTrusted } from './read.ts'

/** The bytes of an object in the bucket of backups. Throws Error where there is none. */
export type Get = (key: string) => Promise<Uint8Array>

const AT_ONCE = 4

/** What changed since a backup, into a folder beside its parts. @returns how many sets there are */
export async function bringChanges(
  get: Get,
  keys: KeysAtHand,
  folder: string,
  startedAt: Instant,
): Promise<number> {
  const index = await get(CHANGES_INDEX).catch(() => null)
  if (!index) return 0
  const line = new TextDecoder().decode(index)
  const trusted = await readTrusted(keys, line, 'The index of changes')
  const wanted = changesAfter((trusted as { keys: string[] }).keys, startedAt)
  const to = join(folder, 'changes')
  await bringAll(get, to, wanted)
  writeFileSync(join(to, 'index.json'), line, { mode: 0o600 })
  return wanted.length
}

/** Every day's since the first; those that are there already are not brought again. */
export async function bringDigests(
  get: Get,
  to: string,
  { firstDigest }: Pick<Manifest, 'firstDigest'>,
  now: Instant,
): Promise<number> {
  // a young city has none yet: there is a folder to compare with all the same
  if (firstDigest === null) return bringAll(get, to, [])
  const days: string[] = []
  const today = new Date(now).toISOString().slice(0, 10)
  for (let day = firstDigest; day < today; day = addDays(day, 1)) days.push(`digests/${day}.json`)
  return bringAll((key) => get(key), to, days, true)
}

async function bringAll(
  get: Get,
  to: string,
  keys: readonly string[],
  lenient = false,
): Promise<number> {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const queue = keys.filter((key) => !existsSync(join(to, basename(key))))
  let missing = 0
  const work = async () => {
    for (let key = queue.shift(); key; key = queue.shift()) {
      const bytes = await get(key).catch((error: unknown) => {
        // the last day's may not be made yet
        if (lenient) return null
        throw error
      })
      if (bytes) writeFileSync(join(to, basename(key)), bytes, { mode: 0o600 })
      else missing += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return keys.length - missing
}
