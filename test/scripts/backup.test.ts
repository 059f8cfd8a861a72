import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test, vi } from 'vitest'
import { checkHistory } from '../../scripts/check-history.ts'
import { erase, file } from '../../scripts/drill/life.ts'
import { letters } from '../../scripts/letters.ts'
import { build } from '../../scripts/restore/build.ts'
import { migrate } from '../../scripts/restore/migrate.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { loadsOf } from '../../scripts/restore/remote.ts'
import { restore } from '../../scripts/restore.ts'
import { spawnWrangler } from '../../scripts/wrangler.ts'
import { OMITTED_TABLES } from '../../src/db/dump.ts'
import { MINUTE } from '../../src/domain/time/time.ts'
import { aLocalCity, contents, finds, grow, REPORTS, untouched, type Work } from './local-city.ts'
import { run } from './run.ts'
import { aged } from './tampered.ts'
import { said } from './told.ts'

const city = aLocalCity()
const { state, folder, here, env } = city

beforeAll(() => {
  city.write(grow)
  city.before = city.rows()
})

test('backup, bring down, lose the database, restore: the very same rows, found by search', async () => {
  expect(await city.bringDown()).toEqual([0, 0])
  rmSync(join(state, 'v3/d1'), { recursive: true })
  const restored = await run(restore, [folder, '--local', ...here], {
    wrangler: spawnWrangler,
    env,
  })
  expect(restored.text).toContain('12 complaints')
  expect(restored.text).toContain('The history is clean')
  expect(restored.text).toContain('Key 1: 12 identities and 12 access keys, one of each opened')
  expect(restored.code).toBe(0)
  const db = city.open()
  expect(untouched(contents(db))).toEqual(untouched(city.before))
  expect(finds(db, 'berlubang')).toBe(12)
  for (const table of OMITTED_TABLES)
    expect(db.prepare(`select count(*) as n from "${table}"`).get()?.n).toBe(0)
  db.close()
})

test('what is restored is read-only and says so, and its letters wait for somebody', () => {
  const db = city.open()
  const published = JSON.parse(String(db.prepare('select json from city_snapshot').get()?.json))
  expect(published.settings.readOnly).toBe(true)
  expect(published.settings.restored.until).toBeGreaterThan(Date.now() - 3_600_000)
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
  const backup = await openBackup(folder, city.keys())
  return build(backup, { sets: [], until: null }, Date.now())
}

test('the SQL for a remote database gives the same rows', async () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const { db: from } = await built()
  const statements = [...loadsOf({ db: from })].flat()
  expect(statements.filter((one) => Buffer.byteLength(one) > 100_000)).toEqual([])
  for (const sql of statements) db.exec(sql)
  expect(contents(db)).toEqual(contents(from))
  expect(untouched(contents(db))).toEqual(untouched(city.before))
  expect(finds(db, 'motor')).toBe(12)
})

test('a backup becomes a file whose history can be checked, over none that is there', async () => {
  const { env } = city
  const made = join(state, 'city.sqlite')
  const written = await run(restore, [folder, '--file', made], { env })
  expect([written.code, written.text]).toEqual([0, expect.stringContaining(`is in ${made}`)])
  const checked = await run(checkHistory, ['--database', made])
  expect([checked.code, checked.text]).toEqual([0, expect.stringContaining('12 complaints')])
  const again = await run(restore, [folder, '--file', made], { env })
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
  const { parts } = await openBackup(folder, city.keys())
  let rows = ''
  for await (const part of parts()) rows += JSON.stringify(part)
  expect(rows).toContain('berlubang')
  expect(rows).not.toMatch(/Siti Rahmah|081200001234|siti@contoh|secret-token/)
})

const erased = { before: 0, since: 0 }

/** After the last export: a report of the backup, and one that was filed since; both beside others. */
const eraseTwo: Work = async (local, secrets) => {
  const first = await local.DB.prepare('select min(id) as id from complaint').first<number>('id')
  erased.before = first ?? 0
  await file(local, secrets, 101, Date.now())
  erased.since = await file(local, secrets, 102, Date.now())
  for (const id of [erased.before, erased.since]) await erase(local, id, Date.now() + MINUTE)
}

const wordlessIn = (name: string) => {
  const db = new DatabaseSync(name)
  const rows = db.prepare('select id, text is null as wordless from complaint').all()
  db.close()
  return { reports: rows.length, wordless: rows.flatMap((row) => (row.wordless ? [row.id] : [])) }
}

test.each([
  ['a minute before the loss', async () => folder, 'Rolled forward by'],
  [
    'since a month’s backup, which no change that is kept reaches',
    () => aged(folder, city.keys(), 100),
    said('monthly backup'),
  ],
])('who was erased %s is not back, and no lost report comes with it', async (_, from, says) => {
  if (erased.before === 0) await city.bringChanges(undefined, eraseTwo)
  const made = join(state, `erased-${says.length}.sqlite`)
  const restored = await run(restore, [await from(), '--file', made], { env })
  expect([restored.code, restored.text]).toEqual([0, expect.stringContaining(says)])
  expect(restored.text).toContain('Erased since the backup and not back: 1')
  expect(wordlessIn(made)).toEqual({ reports: REPORTS, wordless: [erased.before] })
})
