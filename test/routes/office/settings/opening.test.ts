import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { publishCity } from '../../../../src/db/publish-city.ts'
import { form as say } from '../../../../src/words/id/form.ts'
import { settings } from '../../../../src/words/id/settings.ts'
import { aReport, fileReport } from '../../../support/citizen.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { world } from '../../../support/world.ts'

const db = database(env.DB)
const PATH = '/petugas/pengaturan/penerimaan/0'
const SENTENCE = 'Formulir dibuka lagi Senin pagi, setelah pindah kantor.'
let Cookie = ''
let seen = 0

beforeAll(async () => {
  await world()
  Cookie = await sessionOf(await aStaff('admin'))
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

/** As the form does: an unticked box is not sent. */
const give = async (open: boolean, sentence = '') => {
  const html = await (await request(PATH, { headers: { Cookie } })).text()
  seen = Number(/name="versi" value="(\d+)"/.exec(html)?.[1])
  const fields = { versi: String(seen), kalimat_tutup: sentence, ...(open ? { terima: 'ya' } : {}) }
  return post(PATH, fields, { Cookie })
}
const isOpen = async () => (await loadCity(db)).settings.intake?.open
const set = async (key: string, value: unknown) => {
  const sql = 'insert into setting values (?1, ?2) on conflict (key) do update set value = ?2'
  await env.DB.prepare(sql).bind(key, JSON.stringify(value)).run()
  await publishCity(db)
}
const page = async (path: string) => (await request(path)).text()
const REAL = {
  name: 'Diskominfo',
  position: 'Pejabat Pengelola Pengaduan',
  address: 'Jalan Sudirman 1',
  phone: '(0765) 31234',
  email: 'pengaduan@kota.go.id',
}

test('a city that never said so takes reports', async () => {
  expect((await loadCity(db)).settings.intake).toBeUndefined()
  expect(await page('/lapor')).toContain('name="isi"')
})

test('closed, the form gives way to the city’s own sentence, the emergency number and other ways', async () => {
  const form = aReport()
  expect((await give(false, SENTENCE)).status).toBe(303)
  for (const path of ['/lapor', '/', '/widget/dinas-perhubungan']) {
    expect(await page(path), path).toContain(SENTENCE)
  }
  const html = await page('/lapor')
  expect(html).not.toContain('name="isi"')
  for (const text of ['SP4N-LAPOR!', 'Loket pengaduan', 'tel:112']) expect(html).toContain(text)
  expect(await page('/widget/dinas-perhubungan')).not.toContain('/lapor?')
  const english = await page('/lapor?bahasa=en')
  expect(english).toContain(SENTENCE)
  expect((await post('/lapor', form)).status).toBe(503)
})

test.each([
  ['whole', {}],
  ['with a fault', { isi: 'Lampu padam' }],
  ['without its token', { kiriman: '' }],
])('a form sent meanwhile, %s, is not filed and comes back with its words', async (_, change) => {
  const form = aReport({ patokan: 'depan warung Cik Minah', ...change })
  const answer = await post('/lapor', form)
  expect(answer.status).toBe(503)
  const html = await answer.text()
  for (const text of [SENTENCE, say.notSaved, 'depan warung Cik Minah', form.isi ?? ''])
    expect(html).toContain(text)
  const { results } = await env.DB.prepare('select id from complaint').all()
  expect(results).toEqual([])
})

test('what was filed before it closed is answered with its receipt when it is sent again', async () => {
  await set('intake', { open: true, sentence: '' })
  const form = aReport()
  const first = await fileReport(form)
  await give(false, SENTENCE)
  const again = await post('/lapor', form)
  expect(again.status).toBe(200)
  expect(await again.text()).toContain(first.number)
})

test('no sentence of its own: the usual one, in the reader’s language', async () => {
  await give(false)
  expect(await page('/lapor')).toContain(say.closed)
  expect(await page('/lapor?bahasa=en')).toContain('This form is closed for now.')
})

test.each([
  ['identity', () => set('prefix', 'XXXX')],
  ['manager', () => set('manager', { ...REAL, phone: '(0765) 000000' })],
  ['manager', () => set('manager', { ...REAL, address: '' })],
  ['operator', () => set('operatingAgency', '')],
  ['category', () => env.DB.prepare('update category set active = 0').run()],
  ['area', () => env.DB.prepare('update area set active = parent_id is null').run()],
  ['calendar', () => env.DB.prepare('update calendar_year set year = year - 20').run()],
  [
    'verifier',
    () => env.DB.prepare('delete from membership where role = ?').bind('verifier').run(),
  ],
] as const)('it does not open without %s, and says so', async (need, takeAway) => {
  await aStaff('verifier', null, `${crypto.randomUUID()}@contoh.id`)
  await set('manager', REAL)
  await takeAway()
  await publishCity(db)
  const answer = await give(true)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(settings.cityFaults[`without_${need}`])
  expect(await isOpen()).toBe(false)
  await env.DB.batch([
    env.DB.prepare('update category set active = 1'),
    env.DB.prepare('update area set active = 1'),
    env.DB.prepare('update calendar_year set year = year + 20 where year < 2020'),
  ])
  await set('prefix', 'DMI')
  await set('operatingAgency', 'diskominfotiksan')
  await set('manager', REAL)
})

test('it opens once nothing is missing, and the form is there with the next request', async () => {
  await aStaff('verifier', null, 'verifikator@contoh.id')
  expect((await give(true)).headers.get('Location')).toBe(`${PATH}?kabar=disimpan`)
  expect(await page('/lapor')).toContain('name="isi"')
  const trail = await (await request('/petugas/pengaturan/jejak', { headers: { Cookie } })).text()
  expect(trail).toContain(settings.fields.terima?.[0])
})

test('an open city keeps its operating agency', async () => {
  const path = '/petugas/pengaturan/identitas/0'
  const answer = await post(
    path,
    { versi: '0', nama_kota: 'Kota Dumai', awalan: 'DMI', opd_pengelola: '' },
    { Cookie },
  )
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(settings.cityFaults.without_operator)
})
