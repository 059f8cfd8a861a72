import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { publishCity } from '../../src/db/publish-city.ts'
import { requests } from '../../src/words/id/requests.ts'
import { verifyReceipt as words } from '../../src/words/id/verify-receipt.ts'
import { aReport, fileReport, type Receipt } from '../support/citizen.ts'
import { post, request } from '../support/request.ts'
import { aStaff, signedIn } from '../support/staff.ts'
import { world } from '../support/world.ts'
import { probe } from './probe.ts'

let report: Receipt
beforeAll(async () => {
  report = await fileReport()
  await aStaff('verifier', null, 'verifikator@contoh.id')
  const { db } = await world()
  await env.DB.prepare(`update setting set value = 'true' where key = 'readOnly'`).run()
  await publishCity(db)
})

test('in read-only mode a change is refused with a sentence and a time to come back', async () => {
  const answer = await probe('/uji/kirim', { method: 'POST' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('600')
  expect(await answer.text()).toContain(requests.readOnly)
})

test('in read-only mode pages still open', async () => {
  expect((await probe('/uji/halaman')).status).toBe(200)
})

test('in read-only mode a reporter gets in by number and key, and changes nothing', async () => {
  const opened = await post('/lacak', { nomor: report.number, kode: report.key })
  expect(opened.status).toBe(303)
  const Cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await request(report.url, { headers: { Cookie } })).status).toBe(200)
  expect((await post(`${report.url}/pencabutan`, {}, { Cookie })).status).toBe(503)
  expect((await post('/lapor', aReport())).status).toBe(503)
})

test('in read-only mode a receipt is still checked', async () => {
  const tanda = /class="sign">([^<]+)</.exec(report.html)?.[1] ?? ''
  const answer = await post('/periksa-tanda-terima', { tanda })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(words.genuine)
})

test('in read-only mode staff sign in, and change nothing', async () => {
  const Cookie = await signedIn('verifikator@contoh.id')
  const path = `/petugas/laporan/${report.number}`
  expect((await request(path, { headers: { Cookie } })).status).toBe(200)
  expect((await post(`${path}/arsip`, { alasan: 'Bukan laporan.' }, { Cookie })).status).toBe(503)
})
