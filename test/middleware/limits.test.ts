import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { countAttempt } from '../../src/db/counters.ts'
import { database } from '../../src/db/database.ts'
import { purgeCounters } from '../../src/db/sweeps.ts'
import { TUESDAY, world } from '../support/world.ts'
import { probe } from './probe.ts'

beforeAll(async () => {
  await world()
})

const db = database(env.DB)
const at = (now: number) => ({ db, now, secret: env.SERVER_SECRET })
const HOURLY = { max: 3, seconds: 3600 }
const DAILY = { max: 5, seconds: 86_400 }

const MINUTES = 60_000

test('attempts beyond the hour wait until the first of them have slid out of it', async () => {
  const attempt = (now: number) => countAttempt(at(now), ['uji', 'a'], [HOURLY, DAILY])
  for (let i = 0; i < 3; i++) expect(await attempt(TUESDAY)).toBeNull()
  expect(await attempt(TUESDAY)).toBe(4800)
  expect(await attempt(TUESDAY + 10 * MINUTES)).toBe(4200)
  expect(await attempt(TUESDAY + 79 * MINUTES)).toBe(60)
  expect(await attempt(TUESDAY + 80 * MINUTES)).toBeNull()
})

test('nobody gets twice the limit around a full hour', async () => {
  const attempt = (now: number) => countAttempt(at(now), ['uji', 'jam'], [HOURLY])
  const within = [59, 59.5, 59.9, 60, 60.1, 60.5, 61, 62, 65].map((n) => TUESDAY + n * MINUTES)
  const results: (number | null)[] = []
  for (const now of within) results.push(await attempt(now))
  expect(results.filter((wait) => wait === null)).toHaveLength(3)
})

test('after the wait that was told there is room, and not a minute before', async () => {
  for (const [i, gap] of [1, 7, 13, 29, 50].entries()) {
    const attempt = (now: number) => countAttempt(at(now), ['uji', `w${i}`], [HOURLY, DAILY])
    let now = TUESDAY
    for (let n = 0; n < 12; n++) {
      now += gap * MINUTES
      const wait = await attempt(now)
      if (wait === null) continue
      if (wait > 60) expect(await attempt(now + (wait - 60) * 1000)).not.toBeNull()
      now += wait * 1000
      expect(await attempt(now)).toBeNull()
    }
  }
})

test('a hundred attempts at once count as a hundred', async () => {
  const results = await Promise.all(
    Array.from({ length: 100 }, () => countAttempt(at(TUESDAY), ['uji', 'b'], [HOURLY])),
  )
  expect(results.filter((wait) => wait === null)).toHaveLength(3)
})

test('what weighs more counts more, all of it or none', async () => {
  const attempt = (weight: number) => countAttempt(at(TUESDAY), ['uji', 'berat'], [HOURLY], weight)
  expect(await attempt(2)).toBeNull()
  expect(await attempt(2)).not.toBeNull()
  expect(await attempt(1)).toBeNull()
  expect(await attempt(1)).not.toBeNull()
})

test('one person or purpose does not use up the attempts of another', async () => {
  for (let i = 0; i < 4; i++) await countAttempt(at(TUESDAY), ['uji', 'c'], [HOURLY])
  expect(await countAttempt(at(TUESDAY), ['uji', 'd'], [HOURLY])).toBeNull()
  expect(await countAttempt(at(TUESDAY), ['lain', 'c'], [HOURLY])).toBeNull()
})

test('what is counted is not readable in the database, and goes when it is over', async () => {
  await countAttempt(at(TUESDAY), ['uji', 'siti@contoh.id'], [HOURLY])
  const { results } = await env.DB.prepare('select * from counter').all()
  expect(JSON.stringify(results)).not.toContain('siti')
  await purgeCounters(db, TUESDAY / 1000 + 3 * 86_400)
  expect((await env.DB.prepare('select * from counter').all()).results).toEqual([])
})

test('an address that sends more than the ceiling in a minute is told to wait', async () => {
  const send = (address: string) =>
    probe('/uji/kirim', { method: 'POST', headers: { 'CF-Connecting-IP': address } })
  const { limit } = env.LIMIT_ADDRESS
  env.LIMIT_ADDRESS.limit = async () => ({ success: false })
  const refused = await send('192.0.2.1')
  env.LIMIT_ADDRESS.limit = limit
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await send('192.0.2.1')).status).toBe(200)
})

test('one line is one address, however many of its own it uses', async () => {
  const keys: string[] = []
  const { limit } = env.LIMIT_ADDRESS
  env.LIMIT_ADDRESS.limit = async ({ key }) => ({ success: keys.push(key) > 0 })
  const same = ['2001:db8:0:7::1', '2001:0DB8:0:7:ffff:1:2:3', '2001:db8::7:0:0:0:9']
  const others = ['2001:db8:0:8::1', '192.0.2.1', '192.0.2.2', '::ffff:192.0.2.9', '::1']
  for (const address of [...same, ...others])
    await probe('/uji/kirim', { method: 'POST', headers: { 'CF-Connecting-IP': address } })
  env.LIMIT_ADDRESS.limit = limit
  expect(new Set(keys.slice(0, same.length)).size).toBe(1)
  expect(new Set(keys).size).toBe(1 + others.length)
})
