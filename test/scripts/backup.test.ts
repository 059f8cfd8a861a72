import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupNow } from '../../scripts/backup.ts'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { withLocal } from '../../scripts/platform.ts'
import { migrate } from '../../scripts/restore/migrate.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { sqlOf } from '../../scripts/restore/remote.ts'
import { restore } from '../../scripts/restore.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { seedCity } from '../../seed/city.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { CASE_TABLES, OMITTED_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import { fileOnce } from '../../src/db/filing.ts'
import { randomBytes } from '../../src/random.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import { run } from './run.ts'

const state = mkdtempSync(join(tmpdir(), 'state-'))
const folder = join(state, 'brought-down')
const here = ['--persist-to', state]
const d1 = join(state, 'v3/d1/miniflare-D1DatabaseObject')

const open = () => {
  const file = readdirSync(d1).find((f) => f.endsWith('.sqlite') && f !== 'metadata.sqlite')
  return new DatabaseSync(join(d1, file ?? ''), { readOnly: true })
}

type Tables = Record<string, unknown[]>

const contents = (db: DatabaseSync): Tables =>
  Object.fromEntries(
    [...PLAIN_TABLES, ...CASE_TABLES].map((table) => [
      table,
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  )

const finds = (db: DatabaseSync, word: string) =>
  db.prepare('select count(*) as n from staff_search where staff_search match ?').get(word)?.n

const someReport = (n: number, secret: string, now: number) => ({
  token: mintToken(secret, randomBytes, now),
  command: {
    class: 'complaint' as const,
    categoryId: 1,
    districtId: 1,
    subdistrictId: 101,
    proposedAgencyId: null,
    anonymous: false,
    confidential: false,
    channel: 'web' as const,
    hasKeyHolder: true,
    incidentDay: '2026-11-23',
    text: `Jalan berlubang dalam nomor ${n}, it's "bahaya";\nsudah dua motor jatuh.`,
    sensitive: null,
  },
  words: {
    title: `Jalan berlubang ${n}`,
    text: `Jalan berlubang dalam nomor ${n}, it's "bahaya";\nsudah dua motor jatuh.`,
    incidentDay: '2026-11-23',
    landmark: null,
    lat: 1.5,
    lng: 101,
    onBehalf: null,
    loss: null,
    settlement: null,
    laporNumber: null,
  },
  identity: { name: 'Siti Rahmah', phone: '081200001234', email: 'siti@contoh.id' },
})

let before: Tables

beforeAll(async () => {
  await withLocal(async (env) => {
    for (const file of readdirSync('migrations')
      .filter((f) => f.endsWith('.sql'))
      .toSorted())
      for (const sql of readFileSync(join('migrations', file), 'utf8').split(
        '--> statement-breakpoint',
      ))
        await env.DB.prepare(sql).run()
    const db = database(env.DB)
    await seedCity(db)
    const city = await loadCity(db)
    const secrets = { ...newSecrets() }
    for (let n = 0; n < 12; n++) {
      const now = Date.now() - 3_600_000 + n
      const s = { db, city, now, random: randomBytes, actor: { kind: 'reporter' as const } }
      const result = await fileOnce(s, secrets, someReport(n, secrets.SERVER_SECRET, s.now))
      if (result.kind !== 'filed') throw new Error('not filed')
    }
    await env.DB.prepare(
      `insert into session values ('s', 'secret-token', 'u', 1, 1, 1, null, null)`,
    ).run()
    await env.FILES.put('a/orphan', 'x')
  }, state)
  const db = open()
  before = contents(db)
  db.close()
})

afterAll(() => rmSync(state, { recursive: true, force: true }))

test('backup, bring down, lose the database, restore: the very same rows, found by search', async () => {
  expect(await run(backupNow, here)).toMatchObject({ code: 0 })
  expect(await run(backupFetch, [...here, '--to', folder])).toMatchObject({ code: 0 })
  rmSync(join(state, 'v3/d1'), { recursive: true })
  const restored = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler })
  expect(restored.text).toContain('12 complaints')
  expect(restored.text).toContain('history clean')
  expect(restored.code).toBe(0)
  const db = open()
  expect(contents(db)).toEqual(before)
  expect(finds(db, 'berlubang')).toBe(12)
  for (const table of OMITTED_TABLES)
    expect(db.prepare(`select count(*) as n from "${table}"`).get()?.n).toBe(0)
  db.close()
})

test('the SQL for a remote database gives the same rows', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  for (const rows of openBackup(folder).parts()) for (const sql of sqlOf(rows)) db.exec(sql)
  expect(contents(db)).toEqual(before)
  expect(finds(db, 'motor')).toBe(12)
})

test('neither a name nor a session is in the files of a backup in the clear', () => {
  const rows = JSON.stringify([...openBackup(folder).parts()])
  expect(rows).not.toMatch(/Siti Rahmah|081200001234|siti@contoh|secret-token/)
})

test('a backup that is cut short, altered, or has no manifest is refused', async () => {
  const part = join(folder, '00002.ndjson.gz')
  const whole = readFileSync(part)
  truncateSync(part, whole.length - 20)
  const short = await run(restore, [folder])
  expect(short.code).toBe(1)
  expect(short.text).toContain('this backup is refused')
  const altered = Buffer.from(whole)
  altered[20] = (altered[20] ?? 0) ^ 1
  writeFileSync(part, altered)
  expect(() => openBackup(folder)).toThrow('is not what was backed up')
  rmSync(part)
  expect(() => openBackup(folder)).toThrow('is missing')
  writeFileSync(part, whole)
  const manifest = join(folder, 'manifest.json')
  const json = readFileSync(manifest)
  rmSync(manifest)
  expect(() => openBackup(folder)).toThrow('no manifest')
  writeFileSync(manifest, json)
})

test('a backup whose history was tampered with is refused', async () => {
  const { build, rewrite } = await import('./tampered.ts')
  const tampered = build(folder, (rows) =>
    rewrite(rows, 'complaint', (row) => ({
      ...row,
      text: 'Tidak ada apa-apa di sini, semua baik.',
    })),
  )
  const refused = await run(restore, [tampered])
  expect(refused.code).toBe(1)
  expect(refused.text).toContain('The history has')
})

test('the sweep names a file without a row only once it is a day old, and deletes it only when told', async () => {
  const { compareFiles } = await import('../../scripts/sweep/compare.ts')
  await withLocal(async (env) => {
    await env.DB.prepare(
      `insert into attachment (id, complaint_id, seq, source, key, type, bytes, digest, at)
        values ('lost', 1, 1, 'reporter', 'a/lost', 'image/png', 1, 'x', 1)`,
    ).run()
    expect(await compareFiles(env, Date.now())).toEqual({ unnamed: [], missing: ['lost'] })
    const later = Date.now() + 2 * 86_400_000
    expect(await compareFiles(env, later)).toEqual({ unnamed: ['a/orphan'], missing: ['lost'] })
    expect(await env.FILES.head('a/orphan')).not.toBeNull()
  }, state)
})
