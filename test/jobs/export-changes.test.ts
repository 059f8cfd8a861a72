import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { type BackupRow, rowsOf } from '../../src/domain/city/backup.ts'
import {
  CHANGES_INDEX,
  CHANGES_ROOT,
  type ChangeSet,
  readChangeSet,
} from '../../src/domain/city/changes.ts'
import { DAY, MINUTE } from '../../src/domain/time/time.ts'
import { expireChanges, exportChanges } from '../../src/jobs/export-changes.ts'
import { newBackupKey } from '../../src/seal/backup-key.ts'
import { openingWith, throughStream } from '../../src/seal/backup-seal.ts'
import { readSigned, signRecord } from '../../src/seal/signed-record.ts'
import { aCase, give, officer } from '../support/handled.ts'
import { filed, TUESDAY, world } from '../support/world.ts'

const key = await newBackupKey()
const signer = JSON.parse(env.RECEIPT_KEY)

const at = (now: number) => ({ env, s: { now } })

const keysOf = async (): Promise<string[]> => {
  const line = await (await env.BACKUPS.get(CHANGES_INDEX))?.text()
  const read = await readSigned([signer], line ?? '')
  return read.ok ? (read.record as { keys: string[] }).keys : []
}

const open = async (name: string): Promise<{ head: ChangeSet; rows: BackupRow[] }> => {
  const bytes = (await (await env.BACKUPS.get(name))?.bytes()) ?? new Uint8Array()
  const end = bytes.indexOf(10)
  const read = await readSigned([signer], new TextDecoder().decode(bytes.subarray(0, end)))
  if (!read.ok) throw new Error(read.problem)
  const zipped = await throughStream(bytes.subarray(end + 1), openingWith(key))
  const plain = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'))
  return { head: readChangeSet(read.record), rows: rowsOf(await new Response(plain).text()) }
}

const ofReport = (rows: BackupRow[], id: number) =>
  rows.filter(([table, row]) => table !== 'filing' && (row.complaint_id ?? row.id) === id)

beforeAll(async () => {
  await world()
  await env.DB.prepare(`insert into setting (key, value) values ('backupKey', ?)`)
    .bind(JSON.stringify(key.x))
    .run()
})

test('what was filed in the last minutes is outside, whole, sealed and signed', async () => {
  const s = await world()
  const { found } = await filed(s)
  await exportChanges(at(TUESDAY + MINUTE))
  const [name = ''] = await keysOf()
  const { head, rows } = await open(name)
  const tables = new Set(ofReport(rows, found.complaint.id).map(([table]) => table))
  for (const table of ['complaint', 'event', 'clock', 'identity', 'outbox'])
    expect(tables, table).toContain(table)
  expect(rows.filter(([table]) => table === 'filing')).toHaveLength(1)
  expect(head).toMatchObject({ kind: 'changes', n: 1, previous: null, until: TUESDAY + MINUTE })
  const raw = await (await env.BACKUPS.get(name))?.text()
  expect(raw).not.toMatch(/berlubang|Siti/)
})

test('each change is exported once, one set follows the other, and a quiet time writes none', async () => {
  const { s, id } = await aCase(TUESDAY + 5 * MINUTE, 'in_progress')
  await exportChanges(at(TUESDAY + 20 * MINUTE))
  const first = await keysOf()
  await exportChanges(at(TUESDAY + 21 * MINUTE))
  expect(await keysOf()).toEqual(first)
  await give(s, id, officer(), TUESDAY + 22 * MINUTE, { name: 'note', text: 'Sudah dilihat tim.' })
  await exportChanges(at(TUESDAY + 25 * MINUTE))
  const [second = '', third = ''] = (await keysOf()).slice(-2)
  const [before, after] = [await open(second), await open(third)]
  expect(after.head.n).toBe((before.head.n ?? 0) + 1)
  expect(after.head.previous).toMatch(/^[0-9a-f]{64}$/)
  const version = (rows: BackupRow[]) => rows.find(([t, row]) => t === 'complaint' && row.id === id)
  expect(Number(version(after.rows)?.[1].version)).toBeGreaterThan(
    Number(version(before.rows)?.[1].version),
  )
  expect(after.rows.filter(([table]) => table === 'complaint')).toHaveLength(1)
})

test('a run that is cut off goes on where it was, and none is left out', async () => {
  const s = await world()
  const from = TUESDAY + 60 * MINUTE
  const ids: number[] = []
  for (let i = 0; i < 5; i++)
    ids.push((await filed({ ...s, now: from + i * MINUTE })).found.complaint.id)
  const before = (await keysOf()).length
  for (let run = 0; run < 3; run++)
    await exportChanges({ ...at(from + (10 + 5 * run) * MINUTE), sets: 1, page: 2 })
  expect((await keysOf()).length).toBeGreaterThanOrEqual(before + 2)
  const all = await Promise.all((await keysOf()).map(open))
  const out = new Set(all.flatMap(({ rows }) => rows.map(([, row]) => row.id)))
  expect(ids.filter((id) => !out.has(id))).toEqual([])
})

test('what grows with every citizen is read on from the last row, however many there are', async () => {
  const sheets = (from: number, n: number) =>
    env.DB.prepare(
      `insert into survey (id, token_digest, agency_id, day, u1, u2, u3, u4, u5, u6, u7, u8, u9, profile)
        with recursive i(i) as (select ?1 union all select i + 1 from i where i < ?1 + ?2 - 1)
        select i, 'x' || i, 1, '2026-11-24', 3, 3, 3, 3, 3, 3, 3, 3, 3, '{}' from i`,
    )
      .bind(from, n)
      .run()
  await sheets(1, 300)
  await exportChanges(at(TUESDAY + 100 * MINUTE))
  await sheets(301, 2)
  await exportChanges(at(TUESDAY + 105 * MINUTE))
  const { head, rows } = await open((await keysOf()).at(-1) ?? '')
  expect(head.tables).toEqual({ survey: 2 })
  expect(rows.map(([, row]) => row.id)).toEqual([301, 302])
})

test('an index that the program before wrote is gone on with, tables of now included', async () => {
  const line = await (await env.BACKUPS.get(CHANGES_INDEX))?.text()
  const read = await readSigned([signer], line ?? '')
  const index = (read.ok ? read.record : {}) as { passed: Record<string, number>; n: number }
  const { survey: _, ...passed } = index.passed
  await env.BACKUPS.put(CHANGES_INDEX, await signRecord(signer, { ...index, passed }))
  const before = await keysOf()
  await exportChanges(at(TUESDAY + 106 * MINUTE))
  const added = (await keysOf()).filter((key) => !before.includes(key))
  for (const key of added) expect((await open(key)).head.n).toBe(index.n + 1)
})

test('two runs at once: the index names the files of one of them alone', async () => {
  const s = await world()
  const from = TUESDAY + 120 * MINUTE
  await filed({ ...s, now: from })
  await Promise.all([exportChanges(at(from + MINUTE)), exportChanges(at(from + MINUTE + 1000))])
  const heads = await Promise.all((await keysOf()).map(async (name) => (await open(name)).head))
  const numbers = heads.filter(({ kind }) => kind === 'changes').map(({ n }) => n)
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
})

test('an erasure is noted outside by itself: no words, no person, kept for as long as any backup', async () => {
  const { s, id } = await aCase(TUESDAY + 180 * MINUTE, 'awaiting_confirmation')
  const now = TUESDAY + 190 * MINUTE
  await give(s, id, { kind: 'reporter' }, now, { name: 'confirm' })
  await exportChanges(at(now + MINUTE))
  expect(
    (await eraseComplaint({ ...s, now: now + 2 * MINUTE, actor: { kind: 'timer' } }, id)).ok,
  ).toBe(true)
  await exportChanges(at(now + 5 * MINUTE))
  const name = (await keysOf()).find((one) => one.includes('-erasure-')) ?? ''
  const { head, rows } = await open(name)
  expect(head).toMatchObject({ kind: 'erasure', n: null })
  const complaint = rows.find(([table]) => table === 'complaint')?.[1]
  expect(complaint).toMatchObject({ id, text: null, title: null })
  expect(rows.find(([table]) => table === 'identity')?.[1]).toMatchObject({ wrapped_key: null })
  expect(JSON.stringify(rows)).not.toMatch(/berlubang|Siti/)
  await exportChanges(at(TUESDAY + 40 * DAY))
  await expireChanges(at(TUESDAY + 40 * DAY))
  const left = await keysOf()
  expect(left).toContain(name)
  expect(left.filter((one) => one < name)).toEqual([])
  const { objects } = await env.BACKUPS.list({ prefix: CHANGES_ROOT })
  expect(objects.map((object) => object.key).filter((one) => one !== CHANGES_INDEX)).toEqual(left)
})
