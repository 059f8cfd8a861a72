import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { fileReport, leadsTo } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'
import { world } from '../../support/world.ts'

test('while nothing can be changed a reporter still opens the report, and guessing writes nothing', async () => {
  const { number, key, url, cookie } = await fileReport()
  const { db } = await world()
  await env.DB.prepare(`update setting set value = 'true' where key = 'readOnly'`).run()
  await publishCity(db)
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  const answer = await post('/lacak', { nomor: number, kode: key })
  expect(leadsTo(answer)).toEqual([303, url])
  const from = { 'CF-Connecting-IP': '192.0.2.7' }
  const wrong = await post('/lacak', { nomor: number, kode: '0000-0000-0000-0' }, from)
  expect(wrong.status).toBe(422)
  expect((await env.DB.prepare('select * from counter').all()).results).toEqual([])
  expect((await post('/periksa-tanda-terima', { tanda: 'x' })).status).toBe(422)
  expect((await post(`${url}/pencabutan`, {}, { Cookie: cookie })).status).toBe(503)
  expect((await request(url, { headers: { Cookie: cookie } })).status).toBe(200)
})
