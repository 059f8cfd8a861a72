import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../../src/db/database.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { isForStaff } from '../../src/path-row.ts'
import { type PathName, paths } from '../../src/paths.ts'
import { aReport, tokenIn } from '../support/citizen.ts'
import { DISHUB } from '../support/commands.ts'
import { sampleUrl } from '../support/path-list.ts'
import { post, request } from '../support/request.ts'
import { type SampleWorld, sampleWorld } from '../support/sample-world.ts'
import { PASSWORD } from '../support/staff.ts'
import { t } from '../support/words.ts'

const WORDS = 'Kata & "kutip" yang lama\nditulis, <b>dua</b> baris.'
const SHOWN = 'Kata &amp; &quot;kutip&quot; yang lama\nditulis, &lt;b&gt;dua&lt;/b&gt; baris.'
const SECRET = 'RAHASIA-7K4Q'

/** Every form of the product. */
const names = (Object.keys(paths) as PathName[]).filter((name) => paths[name].post !== undefined)
const isLeaving = (name: PathName) => paths[name].guard === 'own'

let sample: SampleWorld
beforeAll(async () => {
  sample = await sampleWorld()
})

const { LIMIT_ADDRESS, DB } = env
const { limit } = LIMIT_ADDRESS
const prepare = DB.prepare.bind(DB)

async function readOnly(on: boolean): Promise<void> {
  await prepare(`update setting set value = '${on}' where key = 'readOnly'`).run()
  await publishCity(database(DB))
}

const setReadOnly = async (on: boolean) => readOnly(on)

afterEach(async () => {
  LIMIT_ADDRESS.limit = limit
  DB.prepare = prepare
  await setReadOnly(false)
})

const HTMX = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
const typed = { alasan: WORDS, kode: SECRET, sandi: SECRET, opd: ['7', '8'] }

/** Guarded by limits of their own, or needing none. */
const UNHELD: readonly PathName[] = ['track', 'signIn', 'forgot', 'setPassword', 'oneTime', 'leave']

interface Refusal {
  status: number
  /** What brings it about before the form is sent. */
  before?: () => unknown
  headers?: Record<string, string>
  fields?: Record<string, string | string[]>
  /** Whether a form of that path is refused so. */
  of?: (name: PathName) => boolean
}

const ways: Record<string, Refusal> = {
  'over the ceiling of an address': {
    status: 429,
    headers: { 'CF-Connecting-IP': '192.0.2.50' },
    before: () => {
      LIMIT_ADDRESS.limit = async () => ({ success: false })
    },
    of: (name) => !UNHELD.includes(name),
  },
  'from another site': {
    status: 403,
    headers: { Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' },
  },
  'too large': {
    status: 413,
    fields: { lain: 'a'.repeat(140 * 1024) },
  },
  'while nothing may change': {
    status: 503,
    before: () => setReadOnly(true),
    of: (name) => paths[name].readOnly !== 'open',
  },
  'when the database is gone': {
    status: 500,
    before: () => {
      DB.prepare = () => {
        throw new Error('gone')
      }
    },
  },
}

describe.each(Object.entries(ways))('refused %s', (_, way) => {
  const refused = names.filter((name) => way.of?.(name) ?? true)

  test.each(refused)('%s keeps its words', async (name) => {
    const url = sampleUrl(name, sample)
    for (const more of [{}, HTMX]) {
      await way.before?.()
      const answer = await post(url, { ...typed, ...way.fields }, { ...way.headers, ...more })
      expect(answer.status).toBe(way.status)
      const html = await answer.text()
      expect(html).toContain(SHOWN)
      expect(html).not.toContain(SECRET)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      if (more === HTMX) expect(html).toMatch(/^<section id="berkas"/)
      else expect(answer.headers.get('Content-Security-Policy')).toContain("style-src 'sha256-")
      if (isLeaving(name)) continue
      // another address than its own, so that Back still has the page (src/middleware/own-address.ts)
      expect(html).toMatch(new RegExp(`<form method="post" action="${url}([?]lagi)?"`))
      for (const value of typed.opd) expect(html).toContain(`name="opd" value="${value}"`)
      for (const asked of ['kode', 'sandi']) expect(html).toContain(`name="${asked}"`)
    }
  })
})

test('one from another site asks who is there, where a cookie alone would send it', async () => {
  const headers = { Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' }
  for (const name of names.filter((name) => !isLeaving(name))) {
    const html = await (await post(sampleUrl(name, sample), typed, headers)).text()
    const staff = isForStaff(paths[name])
    const all = paths[name].for === 'all'
    expect([name, html.includes('name="masuk_kode"')]).toEqual([name, !staff && !all])
    expect([name, html.includes('name="masuk_sandi"')]).toEqual([name, staff])
  }
})

/** A page of ours that a click sends is from our own site, whoever made up its words. */
test('too large from another site asks it too: no page of ours sends what that site made up', async () => {
  const fields = { ...typed, lain: 'a'.repeat(140 * 1024) }
  const ways: Record<string, string>[] = [
    { Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null', Cookie: sample.report.cookie },
  ]
  for (const headers of ways)
    for (const name of names.filter((name) => !isLeaving(name))) {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([key, value]) =>
          [value].flat().map((one) => [key, one] as [string, string]),
        ),
      )
      const answer = await request(sampleUrl(name, sample), { method: 'POST', body, headers })
      expect([name, answer.status]).toEqual([name, 413])
      const html = await answer.text()
      const staff = isForStaff(paths[name])
      const all = paths[name].for === 'all'
      expect([name, html.includes('name="masuk_kode"')]).toEqual([name, !staff && !all])
      expect([name, html.includes('name="masuk_sandi"')]).toEqual([name, staff])
    }
})

test('too large from a page of ours asks nothing more, with a header or with its token', async () => {
  const { url, cookie, number } = sample.report
  const page = await (await request(url, { headers: { Cookie: cookie } })).text()
  const kiriman = tokenIn(page, `${url}/pencabutan`)
  const words = { alasan: 'panjang '.repeat(20_000) }
  const ways: Record<'headers' | 'more', Record<string, string>>[] = [
    { headers: { 'Sec-Fetch-Site': 'same-origin' }, more: {} },
    { headers: {}, more: { kiriman } },
  ]
  for (const { headers, more } of ways) {
    const body = new URLSearchParams({ ...more, ...words })
    const sent = { method: 'POST', body, headers: { Cookie: cookie, ...headers } }
    const answer = await request(`${url}/pencabutan`, sent)
    expect([number, answer.status]).toEqual([number, 413])
    expect(await answer.text()).not.toContain('name="masuk_kode"')
  }
})

test('a form of unknown origin is sent after all once the key is shown', async () => {
  const { url, cookie, key } = sample.report
  const body = () => new URLSearchParams({ nama: 'Orang Lain' })
  const headers = { Cookie: cookie }
  const answer = await request(`${url}/data`, { method: 'POST', body: body(), headers })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('name="masuk_kode"')
  const again = body()
  again.set('masuk_kode', key)
  const done = await request(`${url}/data`, { method: 'POST', body: again, headers })
  expect(done.headers.get('Location')).toBe(`${url}/data?kabar=disimpan`)
})

test('what is too long stands where it can be shortened, as far as it was read', async () => {
  const isi = `Awal. ${'panjang '.repeat(20_000)}`
  const answer = await post('/lapor', { isi, patokan: 'x' })
  expect(answer.status).toBe(413)
  const html = await answer.text()
  expect(html).toMatch(/<textarea[^>]*name="isi"[^>]*>Awal\. panjang/)
})

test('a crash after the form may have been taken does not say that it was not', async () => {
  DB.prepare = () => {
    throw new Error('gone')
  }
  const html = await (await post('/lapor', typed)).text()
  expect(html).toContain(t.ended.unsure)
  expect(html).not.toContain(t.ended.kept)
})

test('a page that is not there keeps the words of a form, to be copied', async () => {
  const answer = await post(
    '/petugas/laporan/DMI-0000-0000/catatan',
    { catatan: WORDS, sesi: '' },
    { Cookie: sample.cookies.officer },
  )
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain(SHOWN)
})

test('the noise of an address holds up no session, no key, no password and no form of ours', async () => {
  const headers = { 'CF-Connecting-IP': '192.0.2.51' }
  const { url, number, key, cookie } = sample.report
  const { officer } = sample.cookies
  const here = `/petugas/laporan/${sample.nomor}/catatan`
  const proof = { masuk_email: `officer-${DISHUB}@contoh.id`, masuk_sandi: PASSWORD }
  LIMIT_ADDRESS.limit = async () => ({ success: false })
  const statuses = async (...sent: [string, Record<string, string>, string?][]) =>
    Promise.all(
      sent.map(async ([path, fields, Cookie]) => {
        const answer = await post(path, fields, { ...headers, ...(Cookie ? { Cookie } : {}) })
        return answer.status
      }),
    )
  expect(
    await statuses(
      ['/lapor', aReport()],
      ['/lacak', { nomor: number, kode: key }],
      [`${url}/data`, { nama: 'Siti' }, cookie],
      [`${url}/data`, { nama: 'Siti', masuk_kode: key }],
      [here, { catatan: 'Sudah.' }, officer],
      [here, { catatan: 'Sudah dilihat.', ...proof }],
      ['/petugas/masuk', { email: proof.masuk_email, sandi: PASSWORD }],
      ['/petugas/keluar', {}, officer],
    ),
  ).toEqual([200, 303, 303, 303, 409, 409, 303, 303])
  expect(
    await statuses(
      ['/lapor', aReport({ kiriman: 'A'.repeat(38) })],
      [`${url}/data`, { nama: 'Siti' }, '__Host-lap-DMI-7K4Q-2M9X=1.2.mac'],
      [here, { catatan: 'Sudah.' }, '__Host-petugas=abc.def'],
      ['/periksa-tanda-terima', { tanda: 'x' }],
    ),
  ).toEqual([429, 429, 429, 429])
})

test('too many wrong keys keep the number, and ask for the key anew', async () => {
  const fields = { nomor: sample.report.number, kode: 'AAAA-AAAA-AAAA-A' }
  const headers = { 'CF-Connecting-IP': '192.0.2.52' }
  env.LIMIT_GUESS.limit = async () => ({ success: false })
  const answer = await post('/lacak', fields, headers)
  expect(answer.status).toBe(429)
  const html = await answer.text()
  expect(html).toContain(`name="nomor" value="${sample.report.number}"`)
  expect(html).toContain('name="kode"')
  expect(html).not.toContain(fields.kode)
})
