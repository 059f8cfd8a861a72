import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { calendarSql, readYear, STANDING, type Standing } from '../../scripts/calendar-sql.ts'
import { citySql, closedAtFirst } from '../../scripts/city-sql.ts'
import { emptySql } from '../../scripts/deploy/city-data.ts'
import { inviteSql } from '../../scripts/invite-sql.ts'
import { seedCity } from '../../seed/city.ts'
import { forgetCity, loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { PUBLISH_CITY, publishCity } from '../../src/db/publish-city.ts'
import { askRecompute, recomputeAsked } from '../../src/db/recompute-asked.ts'
import { membership, user } from '../../src/db/schema/staff.ts'
import { personOfToken } from '../../src/db/staff.ts'
import { randomBytes } from '../../src/random.ts'
import { TUESDAY } from '../support/world.ts'

const TABLES = [
  ...['setting', 'agency', 'category', 'area', 'calendar_year', 'holiday', 'clock_rule'],
  'template',
]
const db = database(env.DB)

const run = (statements: string[]) =>
  env.DB.batch(statements.map((statement) => env.DB.prepare(statement)))

const rows = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const { results } = await env.DB.prepare(`select * from ${table}`).all()
        return [table, results.map((row) => JSON.stringify(row)).toSorted()] as const
      }),
    ),
  )

const snapshot = async () => {
  const row = await env.DB.prepare('select json from city_snapshot').first<{ json: string }>()
  return JSON.parse(row?.json ?? 'null')
}

test('the city as SQL gives the same rows and the same snapshot as the seed', async () => {
  await seedCity(db)
  const [seeded, published] = [await rows(), await snapshot()]
  await run([...TABLES, 'city_snapshot'].map((table) => `delete from ${table}`))
  await run(citySql())
  expect(await rows()).toEqual(seeded)
  expect(await snapshot()).toEqual(published)
})

test('repeated, it leaves what the city changed and publishes anew', async () => {
  await env.DB.prepare(`update setting set value = '"Kota Lain"' where key = 'cityName'`).run()
  await env.DB.prepare(`insert into setting values ('job:orphans', '"a/1"')`).run()
  await run(citySql())
  const city = await loadCity(db)
  expect(city.settings.cityName).toBe('Kota Lain')
  expect(city.version).toBe(2)
  expect(Object.keys(city.settings)).not.toContain('job:orphans')
  await env.DB.prepare(`delete from setting where key = 'job:orphans'`).run()
  const bySql = await snapshot()
  await publishCity(db)
  expect(await snapshot()).toEqual(bySql)
})

test('a new database is closed until the city opens it; one that stands stays as it is', async () => {
  await run([closedAtFirst(), ...citySql()])
  expect((await loadCity(db)).settings.intake).toBeUndefined()
  await run([...TABLES, 'city_snapshot'].map((table) => `delete from ${table}`))
  forgetCity()
  await run([closedAtFirst(), ...citySql()])
  expect((await loadCity(db)).settings).toMatchObject({
    ...{ intake: { open: false, sentence: '' }, samples: ['hours', 'outside'] },
    cityName: 'Kota Dumai',
  })
})

test('an empty city has days off and legal clocks, and keeps what it says itself', async () => {
  await run([...TABLES, 'city_snapshot'].map((table) => `delete from ${table}`))
  forgetCity()
  await run(emptySql('tanggap@kota.go.id', { cities: 0, empty: 0 }))
  const city = await loadCity(db)
  expect([city.agencies, city.categories, city.areas]).toEqual([[], [], []])
  expect(city.clockRules.length).toBeGreaterThan(5)
  expect([city.firstYear, city.lastYear]).toEqual([2026, 2027])
  expect(city.settings).toMatchObject({ sender: 'tanggap@kota.go.id', intake: { open: false } })
  await env.DB.batch([
    env.DB.prepare(`update setting set value = '"Kota Bitung"' where key = 'cityName'`),
    env.DB.prepare(`delete from setting where key = 'sender'`),
  ])
  await run(emptySql('lain@kota.go.id', { cities: 1, empty: 1 }))
  const { settings } = await loadCity(db)
  expect([settings.cityName, settings.sender]).toEqual(['Kota Bitung', undefined])
  expect(() => emptySql('tanggap@kota.go.id', { cities: 1, empty: 0 })).toThrow('--kosong')
  await run([...TABLES, 'city_snapshot'].map((table) => `delete from ${table}`))
  forgetCity()
  await run(citySql())
})

test('read-only mode is on for everybody with the next request', async () => {
  await run([`update setting set value = 'true' where key = 'readOnly'`, PUBLISH_CITY])
  expect((await loadCity(db)).settings.readOnly).toBe(true)
})

test('an invitation by SQL lets that person in as administrator, also when asked twice', async () => {
  const who = { email: ' Rina@Kota.contoh.ID', name: "Rina O'Dumai" }
  const first = await inviteSql(who, TUESDAY, randomBytes)
  await run(first.statements)
  const again = await inviteSql(who, TUESDAY + 1, randomBytes)
  await run(again.statements)
  for (const { token } of [first, again])
    expect(await personOfToken(db, token, TUESDAY + 2)).toMatchObject({
      email: 'rina@kota.contoh.id',
      name: "Rina O'Dumai",
    })
  expect(await db.select().from(user)).toHaveLength(1)
  expect(await db.select().from(membership)).toMatchObject([
    { role: 'admin', agencyId: 0, until: null },
  ])
  expect(await personOfToken(db, first.token, TUESDAY + 8 * 86_400_000)).toBeNull()
})

test('a loaded year counts at once, and asks the job for what moves just as the job itself would', async () => {
  const holidays = Array.from({ length: 10 }, (_, i) => ({
    date: `2028-0${(i % 9) + 1}-1${i}`,
    name: 'Libur',
    kind: 'libur_nasional',
  }))
  const decree = readYear(2028, JSON.stringify({ source: 'SKB', holidays }))
  const standing = await env.DB.prepare(STANDING).first<Standing>()
  if (!standing) throw new Error('no city')
  const change = await calendarSql(decree, standing, TUESDAY)
  await run(change.statements)
  const city = await loadCity(db)
  expect(city.lastYear).toBe(2028)
  expect(city.holidays['2028-01-10']).toBe('Libur')
  const bySql = await recomputeAsked(db)
  await askRecompute(db)
  expect(await recomputeAsked(db)).toEqual({ ...bySql, asked: expect.any(String) })
})
