import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { newSecrets } from '../../../scripts/secrets.ts'
import { database } from '../../../src/db/database.ts'
import { publishCity } from '../../../src/db/publish-city.ts'
import { setting } from '../../../src/db/schema/city.ts'
import { signReceipt } from '../../../src/seal/receipt.ts'
import { publicKeyOf, type SigningJwk } from '../../../src/seal/signing-key.ts'
import { verifyReceipt as words } from '../../../src/words/id/verify-receipt.ts'
import { post, request } from '../../support/request.ts'
import { t } from '../../support/words.ts'
import { world } from '../../support/world.ts'

const old: SigningJwk = JSON.parse(newSecrets().RECEIPT_KEY)
const signedAt = Date.parse('2026-10-05T02:00:00Z')

const receipt = (key: SigningJwk, time = signedAt) =>
  signReceipt(key, {
    ...{ number: 'DMI-7K4Q-2M9X', time, class: 'complaint', textHash: 'ab'.repeat(32) },
    dates: { verify: '2026-10-08', settle: '2026-10-23' },
  })

const publish = async (keys: unknown[]) => {
  const db = database(env.DB)
  const value = JSON.stringify(keys)
  await db
    .insert(setting)
    .values({ key: 'receiptKeys', value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
  await publishCity(db)
}

const check = async (tanda: string) => {
  const answer = await post('/periksa-tanda-terima', { tanda })
  return { status: answer.status, html: await answer.text() }
}

beforeAll(async () => {
  await world()
})
afterEach(() => publish([]))

test('a receipt under the key before is known only while that key is published', async () => {
  const text = await receipt(old)
  expect(await check(text)).toMatchObject({ status: 422 })
  await publish([{ x: old.x, until: '2026-11-01' }])
  const { status, html } = await check(text)
  expect(status).toBe(200)
  expect(html).toContain(t.longMoment(signedAt))
  expect((await check(await receipt(JSON.parse(env.RECEIPT_KEY)))).status).toBe(200)
})

test('a receipt that is dated after the last day of its key is not believed', async () => {
  await publish([{ x: old.x, until: '2026-10-04' }])
  const { status, html } = await check(await receipt(old))
  expect(status).toBe(422)
  expect(html).toContain(words.forged)
})

test('the file of keys holds the present one first, then those before', async () => {
  await publish([
    { x: 'salah ketik', until: '2026-10-04' },
    { x: old.x, until: '2026-10-04' },
  ])
  const present = await publicKeyOf(JSON.parse(env.RECEIPT_KEY))
  const former = await publicKeyOf(old)
  expect(await (await request('/kunci-tanda-terima.pem')).text()).toBe(present.pem + former.pem)
  expect((await check(await receipt(old))).status).toBe(422)
})
