import { expect, it } from 'vitest'
import { fileReport } from '../../support/citizen.ts'
import { post, request } from '../../support/request.ts'

const ask = (url: string, key: string, accept = 'text/plain') =>
  request(url, { headers: { Accept: accept, Authorization: `Bearer ${key}` } })

it('takes the key from Authorization for plain text and JSON, and sets no cookie', async () => {
  const { number, key, url } = await fileReport()
  const plain = await ask(url, key.toLowerCase())
  expect(plain.status).toBe(200)
  expect(plain.headers.get('set-cookie')).toBeNull()
  expect(await plain.text()).toMatch(new RegExp(`^${number}\nDiterima\n`))
  const json = await ask(`${url}/data.json`, key, 'application/json')
  expect(json.status).toBe(200)
  expect(await json.json()).toMatchObject({ nomor: number, identitas: { name: 'Siti Rahmah' } })
})

it('answers a wrong key and an unknown number alike, and only so often', async () => {
  const { url } = await fileReport()
  const wrong = '0000-0000-0000-0'
  const known = await ask(url, wrong)
  const unknown = await ask('/laporan-saya/DMI-0000-0000', wrong)
  expect([known.status, unknown.status]).toEqual([401, 401])
  expect(known.headers.get('www-authenticate')).toBe('Bearer')
  expect(await known.text()).toBe(await unknown.text())
  const statuses = []
  for (let i = 0; i < 12; i++) statuses.push((await ask(url, wrong)).status)
  expect(statuses).toContain(429)
})

it('opens no page and takes no form by that key alone', async () => {
  const { key, url } = await fileReport()
  expect((await ask(url, key, 'text/html')).status).toBe(303)
  const Authorization = `Bearer ${key}`
  const form = await post(`${url}/pencabutan`, {}, { Authorization, Accept: 'text/plain' })
  expect([form.status, form.headers.get('location')]).toEqual([401, null])
})

it('takes number and key by POST for plain text, and sets no cookie', async () => {
  const { number, key } = await fileReport()
  const answer = await post('/lacak', { nomor: number, kode: key }, { Accept: 'text/plain' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.text()).toContain(`${number}\nDiterima`)
  const wrong = { nomor: number, kode: '0000-0000-0000-0' }
  const refused = await post('/lacak', wrong, { Accept: 'text/plain' })
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    422,
    expect.stringContaining('text/plain'),
  ])
})
