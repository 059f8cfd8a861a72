import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backupNow } from '../../scripts/backup.ts'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { keysAtHand } from '../../scripts/backup-keys.ts'
import { checkHistory } from '../../scripts/check-history.ts'
import { readSecrets, writeSecrets } from '../../scripts/deploy/secrets.ts'
import { letters } from '../../scripts/letters.ts'
import { withLocal } from '../../scripts/platform.ts'
import { build as buildDatabase } from '../../scripts/restore/build.ts'
import { databaseFiles, serverFile } from '../../scripts/restore/in-use.ts'
import { migrate } from '../../scripts/restore/migrate.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { restoreRemote, sqlOf } from '../../scripts/restore/remote.ts'
import { countsIn, rowsIn } from '../../scripts/restore/rows.ts'
import { restore } from '../../scripts/restore.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { compareFiles } from '../../scripts/sweep/compare.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { seedCity } from '../../seed/city.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { CASE_TABLES, OMITTED_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import { fileOnce } from '../../src/db/filing.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { randomBytes } from '../../src/random.ts'
import { sha256Hex } from '../../src/seal/digest.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import type { Answers } from './account.ts'
import { type Call, run, wranglerOf } from './run.ts'
import { build, rewrite } from './tampered.ts'

const state = mkdtempSync(join(tmpdir(), 'state-'))
const folder = join(state, 'brought-down')
const here = ['--persist-to', state]
const secretsFolder = join(state, 'secrets')
const env = { SECRETS_FOLDER: secretsFolder, DEV_VARS: join(state, '.dev.vars') }
const keys = () => keysAtHand({ env })
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

/** As wrangler does. */
const noteMigrations = async (d1: D1Database) => {
  await d1.prepare('create table d1_migrations (id integer primary key, name text)').run()
  for (const name of readdirSync('migrations')
    .filter((f) => f.endsWith('.sql'))
    .toSorted())
    await d1.prepare('insert into d1_migrations (name) values (?)').bind(name).run()
}

/** What a restore changes on purpose. */
const untouched = ({ setting: _s, city_snapshot: _c, outbox: _o, ...tables }: Tables) => tables

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
    await noteMigrations(env.DB)
    const db = database(env.DB)
    await seedCity(db)
    const city = await loadCity(db)
    const secrets = { ...newSecrets() }
    writeSecrets(join(secretsFolder, 'local.json'), { IDENTITY_KEYS: secrets.IDENTITY_KEYS })
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
  expect(await run(backupNow, here, { env })).toMatchObject({ code: 0 })
  expect(await run(backupFetch, [...here, '--to', folder], { env })).toMatchObject({ code: 0 })
  rmSync(join(state, 'v3/d1'), { recursive: true })
  const restored = await run(restore, [folder, '--local', ...here], {
    wrangler: spawnWrangler,
    env,
  })
  expect(restored.text).toContain('12 complaints')
  expect(restored.text).toContain('The history is clean')
  expect(restored.text).toContain('Key 1: 12 identities and 12 access keys, one of each opened')
  expect(restored.code).toBe(0)
  const db = open()
  expect(untouched(contents(db))).toEqual(untouched(before))
  expect(finds(db, 'berlubang')).toBe(12)
  for (const table of OMITTED_TABLES)
    expect(db.prepare(`select count(*) as n from "${table}"`).get()?.n).toBe(0)
  db.close()
})

test('what is restored is read-only and says so, and its letters wait for somebody', () => {
  const db = open()
  const city = JSON.parse(String(db.prepare('select json from city_snapshot').get()?.json))
  expect(city.settings.readOnly).toBe(true)
  expect(city.settings.restored.until).toBeGreaterThan(Date.now() - 3_600_000)
  const waiting = db.prepare(`select not_before as at from outbox where state = 'waiting'`).all()
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.every(({ at }) => Number(at) > Date.UTC(3000, 0))).toBe(true)
  db.close()
})

test('letters are listed by what they tell; those surely not sent go out, others by number', async () => {
  const local = (args: string[], input: string) =>
    spawnWrangler([...args, ...(args[1] === 'execute' ? [`--persist-to=${state}`] : [])], input)
  // the tests keep wrangler quiet, answers included
  vi.stubEnv('WRANGLER_LOG', 'log')
  const letter = (...args: string[]) => run(letters, args, { wrangler: local })
  const then = new Date(Date.now() - 2 * 3_600_000).toISOString()
  expect((await letter('list')).text).toMatch(/^\d+ {2}\w+ to \w+, perhaps sent$/m)
  expect((await letter('list', '--lost-at', then)).text).not.toContain('perhaps')
  expect((await letter('send')).text).toMatch(/^0 letters go out/)
  const [first = ''] = (await letter('list', '--all')).text.split('\n')
  expect((await letter('send', first.split(' ')[0] ?? '')).text).toMatch(/^1 letters go out/)
  const rest = Number(/(\d+) letters wait/.exec((await letter('list')).text)?.[1])
  expect((await letter('drop')).text).toBe(`${rest} letters are dropped.\n`)
  expect((await letter('list')).text).toBe('0 letters wait for you.\n')
  expect(await letter('send', 'semua')).toMatchObject({ code: 1 })
  expect(await letter('list', '--lost-at', 'kemarin')).toMatchObject({ code: 1 })
  vi.unstubAllEnvs()
})

const built = async () => {
  const backup = await openBackup(folder, keys())
  return buildDatabase(backup, { sets: [], until: null }, Date.now())
}

test('the SQL for a remote database gives the same rows', async () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const { db: from } = await built()
  for (const rows of rowsIn(from)) for (const sql of sqlOf(rows)) db.exec(sql)
  expect(contents(db)).toEqual(contents(from))
  expect(untouched(contents(db))).toEqual(untouched(before))
  expect(finds(db, 'motor')).toBe(12)
})

test('a new database in the account is filled by one import: each takes seconds', async () => {
  const one = await built()
  const calls: Call[] = []
  const counted: [number, string] = [0, JSON.stringify([{ results: [countsIn(one.db)] }])]
  const answers: Answers = { '^d1 list': [0, '[]'], '^d1 execute .*--command': counted }
  await restoreRemote({ wrangler: wranglerOf(answers, calls) }, one, 'neu')
  const filled = calls.filter(({ args }) => args.some((arg) => arg.startsWith('--file=')))
  expect(filled).toHaveLength(1)
  const db = new DatabaseSync(':memory:')
  migrate(db)
  db.exec(filled[0]?.sql ?? '')
  expect(contents(db)).toEqual(contents(one.db))
})

test('a backup becomes a file whose history can be checked, over none that is there', async () => {
  const file = join(state, 'city.sqlite')
  const made = await run(restore, [folder, '--file', file], { env })
  expect([made.code, made.text]).toEqual([0, expect.stringContaining(`Its database is in ${file}`)])
  const checked = await run(checkHistory, ['--database', file])
  expect([checked.code, checked.text]).toEqual([0, expect.stringContaining('12 complaints')])
  const again = await run(restore, [folder, '--file', file], { env })
  expect([again.code, again.text]).toEqual([1, expect.stringContaining('is there already')])
})

test('who holds the bucket reads nothing: neither words nor names nor sessions', async () => {
  const bytes = readdirSync(folder).map((name) =>
    statSync(join(folder, name)).isFile()
      ? readFileSync(join(folder, name)).toString('latin1')
      : '',
  )
  expect(readdirSync(folder).filter((name) => name.endsWith('.sealed'))).not.toEqual([])
  expect(bytes.join('')).not.toMatch(/berlubang|Siti Rahmah|081200001234|secret-token/)
  const { parts } = await openBackup(folder, keys())
  let rows = ''
  for await (const part of parts()) rows += JSON.stringify(part)
  expect(rows).toContain('berlubang')
  expect(rows).not.toMatch(/Siti Rahmah|081200001234|siti@contoh|secret-token/)
})

test('without the key that it is sealed for, or that signed it, a backup is refused in words', async () => {
  const stranger = { SECRETS_FOLDER: join(state, 'none'), DEV_VARS: join(state, 'none.vars') }
  const unknown = await run(restore, [folder], { env: stranger })
  expect(unknown).toMatchObject({ code: 1 })
  expect(unknown.text).toContain('signed by a key that is not at hand')
  const [x] = keys().signers.map((key) => key.x ?? '')
  const sealed = await run(restore, [folder, `--signed-by=${x}`], { env: stranger })
  expect(sealed).toMatchObject({ code: 1 })
  expect(sealed.text).toContain('sealed for key')
})

test('a backup that is cut short, altered, or has no manifest is refused', async () => {
  const part = join(folder, '00002.ndjson.gz.sealed')
  const whole = readFileSync(part)
  truncateSync(part, whole.length - 20)
  const short = await run(restore, [folder], { env })
  expect(short.code).toBe(1)
  expect(short.text).toContain('this backup is refused')
  const altered = Buffer.from(whole)
  altered[20] = (altered[20] ?? 0) ^ 1
  writeFileSync(part, altered)
  await expect(openBackup(folder, keys())).rejects.toThrow('is not what was backed up')
  rmSync(part)
  await expect(openBackup(folder, keys())).rejects.toThrow('is missing')
  writeFileSync(part, whole)
  const manifest = join(folder, 'manifest.json')
  const json = readFileSync(manifest)
  rmSync(manifest)
  await expect(openBackup(folder, keys())).rejects.toThrow('no manifest')
  writeFileSync(manifest, json)
})

test('beside a running server nothing is replaced, and an interrupted restore leaves the old one', async () => {
  const rows = () => {
    const db = open()
    const all = contents(db)
    db.close()
    return all
  }
  const then = rows()
  const busy = new DatabaseSync(databaseFiles(state)[0] ?? '')
  busy.prepare('select 1 from complaint').get()
  const beside = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  busy.close()
  expect(beside).toMatchObject({ code: 1 })
  expect(beside.text).toContain('End npm run dev first')
  writeFileSync(serverFile(state), String(process.pid))
  const idle = await run(restore, [folder, '--local', ...here], { env })
  rmSync(serverFile(state))
  expect(idle.text).toContain('End npm run dev first')
  const cut = () => Promise.reject(new Error('Ctrl-C'))
  const ended = await run(restore, [folder, '--local', ...here], { wrangler: cut, env })
  expect(ended).toMatchObject({ code: 1 })
  expect(rows()).toEqual(then)
  const again = await run(restore, [folder, '--local', ...here], { wrangler: spawnWrangler, env })
  expect(again).toMatchObject({ code: 0 })
  expect(untouched(rows())).toEqual(untouched(then))
})

test('a key that is not at hand, and one that is retired, are told before anything is restored', async () => {
  const file = join(secretsFolder, 'local.json')
  const whole = readSecrets(file)
  const { IDENTITY_KEYS: _, ...lacking } = whole
  writeSecrets(file, lacking)
  const lost = await run(restore, [folder], { env })
  expect(lost).toMatchObject({ code: 1 })
  expect(lost.text).toContain('sealed with key 1, which is not at hand')
  const retired = { IDENTITY_KEYS: whole.IDENTITY_KEYS?.replace('"1"', '"2"') }
  writeSecrets(file, { ...lacking, ...retired, RETIRED_KEYS: whole.IDENTITY_KEYS })
  const old = await run(restore, [folder], { env })
  writeSecrets(file, whole)
  expect(old.text).toContain('It is retired: npm run keys -- put-back')
  expect(old.code).toBe(0)
})

const refusal = async (change: Parameters<typeof build>[2]) => {
  const refused = await run(restore, [await build(folder, keys(), change)], { env })
  return refused.code === 1 ? refused.text : 'restored'
}

const otherWords = (rows: BackupRow[]) =>
  rewrite(rows, 'complaint', (row) => ({ ...row, text: 'Tidak ada apa-apa di sini, semua baik.' }))

test('a forged backup is refused: other rows, fitting digests, another signature', async () => {
  const signer = JSON.parse(newSecrets().RECEIPT_KEY)
  expect(await refusal({ rows: otherWords, signer })).toContain('not at hand')
  const whole = readFileSync(join(folder, 'manifest.json'), 'utf8')
  writeFileSync(join(folder, 'manifest.json'), whole.replace(/"rows\\?":\d+/, '"rows\\":1'))
  const altered = await run(restore, [folder], { env })
  writeFileSync(join(folder, 'manifest.json'), whole)
  expect(altered.text).toContain('it is forged')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 1, parts: [] }))
  const unsigned = await run(restore, [folder], { env })
  writeFileSync(join(folder, 'manifest.json'), whole)
  expect(unsigned.text).toContain('is not signed')
})

test('a backup of a newer program is refused by the name of what is not here', async () => {
  expect(await refusal({ manifest: { schema: '9999_later.sql' } })).toContain('9999_later.sql')
})

test('a backup that we signed ourselves but whose history was tampered with is refused', async () => {
  expect(await refusal({ rows: otherWords })).toContain('The history has')
})

test('the sweep names a file without a row only once it is a day old, and deletes it only when told', async () => {
  await withLocal(async (env) => {
    await env.DB.prepare(
      `insert into attachment (id, complaint_id, seq, source, key, type, bytes, digest, at)
        values ('lost', 1, 1, 'reporter', 'a/lost', 'image/png', 1, 'x', 1)`,
    ).run()
    const missing = ['lost']
    expect(await compareFiles(env, Date.now())).toEqual({ unnamed: [], missing, damaged: [] })
    const later = Date.now() + 2 * 86_400_000
    const found = { unnamed: ['a/orphan'], missing, damaged: [] }
    expect(await compareFiles(env, later)).toEqual(found)
    expect(await env.FILES.head('a/orphan')).not.toBeNull()
  }, state)
})

test('the sweep reads every file: one that the bucket lists and lacks is missing, another is damaged', async () => {
  const add = `insert into attachment (id, complaint_id, seq, source, key, type, bytes, digest, at)
    values (?1, 1, 1, 'reporter', 'a/' || ?1, 'image/png', 5, ?2, 1)`
  const put = async (env: Pick<Env, 'DB' | 'FILES'>, id: string, text: string, digest: string) => {
    await env.FILES.put(`a/${id}`, text)
    await env.DB.prepare(add).bind(id, digest).run()
  }
  await withLocal(async (env) => {
    await put(env, 'whole', 'utuh', await sha256Hex('utuh'))
    await put(env, 'other', 'lain', await sha256Hex('semula'))
    await put(env, 'blobless', 'hilang dari cakram', await sha256Hex('hilang dari cakram'))
  }, state)
  const blobs = readdirSync(join(state, 'v3/r2'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.parentPath.endsWith('blobs'))
    .map((file) => join(file.parentPath, file.name))
  const blob = blobs.find((file) => readFileSync(file, 'utf8') === 'hilang dari cakram')
  rmSync(blob ?? '')
  await withLocal(async (env) => {
    const { missing, damaged } = await compareFiles(env, Date.now())
    expect(missing.toSorted()).toEqual(['blobless', 'lost'])
    expect(damaged).toEqual(['other'])
  }, state)
})
