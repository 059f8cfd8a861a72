import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { sealKeys } from '../../src/jobs/seal-keys.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { randomBytes } from '../../src/random.ts'
import { hashAccessKey } from '../../src/seal/access-key.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { keyFits } from '../../src/seal/key-hash.ts'
import { give } from '../support/handled.ts'
import { historyFound } from '../support/history-found.ts'
import { post } from '../support/request.ts'
import { aForm, filed, TUESDAY, world } from '../support/world.ts'

beforeEach(() => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const job = async (keys = env.IDENTITY_KEYS) =>
  sealKeys(
    await jobWorld({ ...env, IDENTITY_KEYS: keys }, TUESDAY + 1000, { stepSize: 2, steps: 9 }),
  )

/** As a report was kept before hashes were sealed, with a history that vouches for it. */
const filedBefore = async (at: number) => {
  const s = await world({ kind: 'reporter' }, at)
  const form = aForm()
  const { found, key } = await filed(s, form)
  const { id, reference: nomor } = found.complaint
  const keyHash = await hashAccessKey(key, id)
  await give(s, id, { kind: 'reporter' }, at, { name: 'renew_key' }, { columns: { keyHash } })
  const kept = async () => (await caseById(s.db, id))?.row.keyHash ?? ''
  return { s, id, nomor, key, form, kept }
}

test('hashes from before are sealed by the job; reports open with their key before and after, and their history fits', async () => {
  const reports: Awaited<ReturnType<typeof filedBefore>>[] = []
  for (let i = 0; i < 3; i++) reports.push(await filedBefore(TUESDAY + i))
  const opens = async () => {
    for (const { nomor, key } of reports)
      expect((await post('/lacak', { nomor, kode: key })).status).toBe(303)
  }
  await opens()
  expect(await job()).toEqual({ done: 3, left: 0 })
  expect(await job()).toEqual({ done: 0, left: 0 })
  await opens()
  for (const { kept } of reports) expect(await kept()).toMatch(/^1\.[\w-]{123}$/)
  const { results } = await env.DB.prepare('select key_hash from complaint').all()
  for (const { id, key } of reports)
    expect(JSON.stringify(results)).not.toContain(await hashAccessKey(key, id))
  expect(await historyFound()).toEqual([])
})

test('one whose master key is gone is left, and holds up no others', async () => {
  const lost = await filedBefore(TUESDAY + 20)
  const { s, id } = lost
  const keyHash = `9.${'A'.repeat(123)}`
  await give(s, id, { kind: 'reporter' }, s.now, { name: 'renew_key' }, { columns: { keyHash } })
  const next = await filedBefore(TUESDAY + 21)
  expect(await job()).toEqual({ done: expect.any(Number), left: 1 })
  expect(await next.kept()).toMatch(/^1\./)
})

test('with a new master key all of them are sealed anew, and without the old one they still fit', async () => {
  const one = await filedBefore(TUESDAY + 10)
  await job()
  const two = { ...JSON.parse(env.IDENTITY_KEYS), 2: toBase64url(randomBytes(32)) }
  await job(JSON.stringify(two))
  const onlyNew = parseIdentityKeys(JSON.stringify({ 2: two[2] }))
  expect(await keyFits(onlyNew, one.id, await one.kept(), one.key)).toBe(true)
  expect(await historyFound()).toEqual([])
})
