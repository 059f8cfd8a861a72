import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { CASE_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import {
  BACKUP_INDEX,
  type BackupRow,
  type Manifest,
  manifestKey,
  rowsOf,
} from '../../src/domain/city/backup.ts'
import { CHANGES_INDEX, readChangeSet } from '../../src/domain/city/changes.ts'
import { HOUR, MINUTE } from '../../src/domain/time/time.ts'
import { backup, continueBackup } from '../../src/jobs/backup.ts'
import { exportChanges } from '../../src/jobs/export-changes.ts'
import { sha256Hex } from '../../src/seal/digest.ts'
import { readSigned } from '../../src/seal/signed-record.ts'
import { filed, TUESDAY, world } from '../support/world.ts'

beforeAll(async () => {
  const s = await world()
  for (let i = 0; i < 3; i++) await filed({ ...s, now: TUESDAY - HOUR + i })
})

const signer = JSON.parse(env.RECEIPT_KEY)

const recordOf = async <T>(key: string): Promise<T> => {
  const read = await readSigned([signer], (await (await env.BACKUPS.get(key))?.text()) ?? '')
  if (!read.ok) throw new Error(`${key}: ${read.problem}`)
  return read.record as T
}

class Killed extends Error {}

/** The bucket of a run that is ended before its n-th change of it. */
const endedBefore = (n: number) => {
  let left = n
  const BACKUPS = new Proxy(env.BACKUPS, {
    get: (bucket, name) => {
      const real: unknown = Reflect.get(bucket, name)
      if (typeof real !== 'function') return real
      if (name === 'put' || name === 'delete') left -= 1
      if (left === 0) throw new Killed()
      return real.bind(bucket)
    },
  })
  return { DB: env.DB, RECEIPT_KEY: env.RECEIPT_KEY, BACKUPS }
}

const isEnded = (work: Promise<unknown>) =>
  work.then(
    () => false,
    (error) => {
      if (error instanceof Killed) return true
      throw error
    },
  )

const opened = async (bytes: Uint8Array): Promise<BackupRow[]> => {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return rowsOf(await new Response(plain).text())
}

const partsOf = async (id: string): Promise<BackupRow[]> => {
  const { parts } = await recordOf<Manifest>(manifestKey(id))
  const read = parts.map(async ({ key, sha256 }) => {
    const bytes = (await (await env.BACKUPS.get(key))?.bytes()) ?? new Uint8Array()
    expect(await sha256Hex(bytes)).toBe(sha256)
    return opened(bytes)
  })
  return (await Promise.all(read)).flat()
}

const ids = async (): Promise<string[]> =>
  (await (await env.BACKUPS.get(BACKUP_INDEX))?.json<string[]>()) ?? []

test('a backup that is ended at any step is none until the next runs have made it whole', async () => {
  const tables = [...PLAIN_TABLES, ...CASE_TABLES]
  let [n, at] = [1, TUESDAY]
  for (; ; n += 1, at += HOUR) {
    const before = await ids()
    const w = { s: { now: at }, parts: 1000 }
    const ended = await isEnded(backup({ ...w, env: endedBefore(n) }))
    for (const id of await ids()) expect(await env.BACKUPS.head(manifestKey(id)), id).not.toBeNull()
    // whoever held it is gone: its time is over after a quarter of an hour
    const later = { env, s: { now: at + 16 * MINUTE } }
    await continueBackup(later)
    if ((await ids()).length === before.length) await backup(later)
    const newest = (await ids()).at(-1) ?? ''
    expect(before, `step ${n}`).not.toContain(newest)
    const rows = await partsOf(newest)
    for (const table of tables) {
      const count = await env.DB.prepare(`select count(*) as n from "${table}"`).first<number>('n')
      const saved = rows.filter(([name]) => name === table)
      expect([n, table, saved.length]).toEqual([n, table, count])
    }
    if (!ended) break
  }
  expect(n).toBeGreaterThan(5)
})

test('an export that is ended at any step leaves out nothing, and no gap', async () => {
  const s = await world()
  const all: number[] = []
  let at = TUESDAY + 200 * HOUR
  for (let n = 1; ; n++, at += 10 * MINUTE) {
    all.push((await filed({ ...s, now: at })).found.complaint.id)
    const ended = await isEnded(exportChanges({ env: endedBefore(n), s: { now: at + MINUTE } }))
    await exportChanges({ env, s: { now: at + 6 * MINUTE } })
    if (!ended) break
  }
  const { keys } = await recordOf<{ keys: string[] }>(CHANGES_INDEX)
  let previous: string | null = null
  const out = new Set<unknown>()
  for (const key of keys) {
    const bytes = (await (await env.BACKUPS.get(key))?.bytes()) ?? new Uint8Array()
    const end = bytes.indexOf(10)
    const line = await readSigned([signer], new TextDecoder().decode(bytes.subarray(0, end)))
    if (!line.ok) throw new Error(line.problem)
    expect(readChangeSet(line.record).previous).toBe(previous)
    previous = await sha256Hex(bytes)
    for (const [table, row] of await opened(bytes.subarray(end + 1)))
      if (table === 'complaint') out.add(row.id)
  }
  expect(all.filter((id) => !out.has(id))).toEqual([])
})
