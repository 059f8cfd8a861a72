import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { calendarSql, readYear, STANDING, type Standing } from '../../scripts/calendar-sql.ts'
import { citySql } from '../../scripts/city-sql.ts'
import { inviteSql } from '../../scripts/invite-sql.ts'
import { seedCity } from '../../seed/city.ts'
import { loadCity } from '../../src/db/city.ts'
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
