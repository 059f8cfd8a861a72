import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { CASE_TABLES, OMITTED_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import { runCommand } from '../../src/db/run-command.ts'
import {
  BACKUP_INDEX,
  BACKUP_ROOT,
  type Manifest,
  manifestKey,
  readManifest,
  rowsOf,
} from '../../src/domain/city/backup.ts'
import { backup, continueBackup } from '../../src/jobs/backup.ts'
import { newBackupKey } from '../../src/seal/backup-key.ts'
import { openingWith, throughStream } from '../../src/seal/backup-seal.ts'
import { readSigned, signRecord } from '../../src/seal/signed-record.ts'
import { filed, TUESDAY, world } from '../support/world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NIGHT = TUESDAY + 16 * HOUR

const at = (now: number, parts = 100) => ({ env, s: { now }, parts })

const index = async (): Promise<string[]> =>
  (await (await env.BACKUPS.get(BACKUP_INDEX))?.json<string[]>()) ?? []

const signer = JSON.parse(env.RECEIPT_KEY)
const key = await newBackupKey()

const manifestOf = async (id: string): Promise<Manifest> => {
  const line = await (await env.BACKUPS.get(manifestKey(id)))?.text()
  const read = await readSigned([signer], line ?? '')
  if (!read.ok) throw new Error(`no signed manifest of ${id}`)
  return readManifest(read.record)
}

const rowsIn = async (manifest: Manifest) => {
  const parts = await Promise.all(
    manifest.parts.map(async (part) => {
      const sealed = await (await env.BACKUPS.get(part.key))?.bytes()
      const zipped = await throughStream(sealed ?? new Uint8Array(), openingWith(key))
      const plain = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'))
      return rowsOf(await new Response(plain).text())
    }),
  )
  return parts.flat()
}

const tableOf = async (table: string) =>
  (await env.DB.prepare(`select * from "${table}"`).all<Record<string, unknown>>()).results

const spelled = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()

beforeAll(async () => {
  const s = await world()
  for (let i = 0; i < 5; i++) await filed({ ...s, now: TUESDAY + i })
  await env.DB.prepare(
    `insert into outbox (dedupe, recipient, template, not_before, state) values ('digest', 'outside', 'day_digest', 1, 'done')`,
  ).run()
  await env.DB.prepare(`insert into setting (key, value) values ('backupKey', ?)`)
    .bind(JSON.stringify(key.x))
    .run()
  await env.DB.prepare(
    `insert into delivery (outbox_id, recipient, channel, at)
      select max(id), 'outside', 'email', 2 from outbox`,
  ).run()
})

test('every table is either backed up or left out on purpose', async () => {
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like '%_search%'
      and name not like '\\_cf\\_%' escape '\\' and name not in ('d1_migrations', 'sqlite_sequence')`,
  ).all<{ name: string }>()
  expect(results.map(({ name }) => name).toSorted()).toEqual(
    [...PLAIN_TABLES, ...CASE_TABLES, ...OMITTED_TABLES].toSorted(),
  )
})

test('a backup holds the very rows of every table, and its manifest comes last', async () => {
  expect(await backup(at(NIGHT))).toMatchObject({ finished: 1 })
  const [id = ''] = await index()
  const rows = await rowsIn(await manifestOf(id))
  for (const table of [...PLAIN_TABLES, ...CASE_TABLES]) {
    const saved = rows.filter(([name]) => name === table).map(([, row]) => row)
    expect(spelled(saved), table).toEqual(spelled(await tableOf(table)))
  }
  expect(rows.filter(([name]) => name === 'complaint')).toHaveLength(5)
})

test('no session and no open invitation is ever in a backup', async () => {
  const [id = ''] = await index()
  const rows = await rowsIn(await manifestOf(id))
  const omitted: readonly string[] = OMITTED_TABLES
  expect(rows.filter(([name]) => omitted.includes(name))).toEqual([])
})

test('a backup cut off half-way is none, and the next run goes on with it', async () => {
  const before = await index()
  expect(await backup(at(NIGHT + DAY, 1))).toMatchObject({ finished: 0 })
  expect(await index()).toEqual(before)
  let runs = 0
  while ((await continueBackup(at(NIGHT + DAY + HOUR, 1))).finished !== 1) runs += 1
  expect(runs).toBeGreaterThan(0)
  expect(await index()).toHaveLength(before.length + 1)
  expect(await continueBackup(at(NIGHT + DAY + 2 * HOUR))).toEqual({})
})

test('a run leaves alone what another is still at work on, and takes over what was killed', async () => {
  const start = NIGHT + 1.5 * DAY
  await backup(at(start, 1))
  const line = await (await env.BACKUPS.get(`${BACKUP_ROOT}progress.json`))?.text()
  const read = await readSigned([signer], line ?? '')
  const progress = read.ok ? (read.record as object) : {}
  const held = { ...progress, heldUntil: start + 15 * 60_000 }
  await env.BACKUPS.put(`${BACKUP_ROOT}progress.json`, await signRecord(signer, held))
  expect(await continueBackup(at(start + 5 * 60_000))).toEqual({})
  expect(await backup(at(start + 10 * 60_000))).toEqual({})
  expect(await continueBackup(at(start + 15 * 60_000))).toMatchObject({ finished: 1 })
})

test('a part that somebody slips into an unfinished backup is never signed by us', async () => {
  const start = NIGHT + 1.75 * DAY
  await backup(at(start, 1))
  const name = `${BACKUP_ROOT}progress.json`
  const line = (await (await env.BACKUPS.get(name))?.text()) ?? ''
  await env.BACKUPS.put(name, line.replace(/"rows\\":\d+/, '"rows\\":7'))
  expect(await continueBackup(at(start + HOUR))).toEqual({})
  expect(await backup(at(start + 2 * HOUR))).toMatchObject({ finished: 1 })
  const rows = (await manifestOf((await index()).at(-1) ?? '')).parts.map((part) => part.rows)
  expect(rows).not.toContain(7)
})

test('a complaint that changes during the backup is whole in itself', async () => {
  const s = await world()
  const late = await filed({ ...s, now: NIGHT + 2 * DAY - HOUR })
  await backup(at(NIGHT + 2 * DAY, 1))
  const changed = await runCommand(
    { ...s, now: NIGHT + 2 * DAY + 1, actor: { kind: 'reporter' } },
    late.found,
    { name: 'withdraw', text: 'Sudah diperbaiki warga sendiri.' },
  )
  expect(changed.ok).toBe(true)
  while ((await continueBackup(at(NIGHT + 2 * DAY + HOUR, 1))).finished !== 1);
  const id = (await index()).at(-1) ?? ''
  const rows = await rowsIn(await manifestOf(id))
  const own = rows.filter(([, row]) => (row.complaint_id ?? row.id) === late.found.complaint.id)
  const version = own.find(([name]) => name === 'complaint')?.[1].version
  expect(version).toBe(2)
  expect(own.filter(([name]) => name === 'event')).toHaveLength(2)
})

test('what was filed after the backup began waits for the next one, with its form', async () => {
  const s = await world()
  const start = NIGHT + 3 * DAY
  await backup(at(start, 1))
  const late = await filed({ ...s, now: start + HOUR })
  while ((await continueBackup(at(start + 2 * HOUR, 1))).finished !== 1);
  const rows = await rowsIn(await manifestOf((await index()).at(-1) ?? ''))
  const named = rows.filter(([, row]) => (row.complaint_id ?? row.id) === late.found.complaint.id)
  expect(named).toEqual([])
})

test('a month later the daily ones are gone, the first of the month stays, leftovers too', async () => {
  await env.BACKUPS.put(`${BACKUP_ROOT}20261101T000000Z/00001.ndjson.gz`, 'half')
  await backup(at(NIGHT + 60 * DAY))
  const left = await index()
  expect(left[0]).toMatch(/^20261124/)
  expect(left).toHaveLength(2)
  const { delimitedPrefixes } = await env.BACKUPS.list({ prefix: BACKUP_ROOT, delimiter: '/' })
  expect(delimitedPrefixes).toHaveLength(2)
})

test('without a key to seal for, the log alerts at each backup', async () => {
  await env.DB.prepare(`delete from setting where key = 'backupKey'`).run()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await backup(at(NIGHT + 61 * DAY))
  const alert = expect.stringContaining('backups are not sealed')
  expect(said).toHaveBeenCalledWith({ alert })
  said.mockRestore()
})
