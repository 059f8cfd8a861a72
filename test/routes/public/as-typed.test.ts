import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { contactOf } from '../../../src/db/my-data.ts'
import { committedWords } from '../../../src/seal/committed-words.ts'
import { commitment } from '../../../src/seal/digest.ts'
import { parseIdentityKeys } from '../../../src/seal/identity-keys.ts'
import { verifyReceipt } from '../../../src/seal/receipt.ts'
import type { SigningJwk } from '../../../src/seal/signing-key.ts'
import { aReport, fileReport, read } from '../../support/citizen.ts'
import { post } from '../../support/request.ts'
import { runs } from '../../support/rounds.ts'
import { t } from '../../support/words.ts'

interface Row {
  id: number
  text: string
  salt: string
  title: string
  landmark: string | null
  lat: number | null
  incident_day: string
}

async function filedAs(changes: Record<string, string>) {
  const { number, html } = await fileReport({ nama: '', kontak_email: '', ...changes })
  const row = await env.DB.prepare('select * from complaint where reference = ?')
    .bind(number)
    .first<Row>()
  if (!row) throw new Error('not filed')
  const keys = parseIdentityKeys(env.IDENTITY_KEYS)
  const contact = await contactOf(database(env.DB), keys, row.id)
  return { row, contact, html }
}

describe('contact as people write it', () => {
  test.each([
    [{ kontak_telepon: '0812–3456–7890 (WA)' }, { phone: '081234567890', email: null }],
    [{ kontak_telepon: '+65 9123 4567' }, { phone: '+6591234567', email: null }],
    [{ kontak_telepon: 'tanya Pak RT 04' }, { phone: 'tanya Pak RT 04', email: null }],
    [{ kontak_email: '<siti@contoh.id>,' }, { phone: null, email: 'siti@contoh.id' }],
    [{ kontak_email: 'siti at contoh' }, { phone: 'siti at contoh', email: null }],
    [{ kontak_email: '0812 3456 7890' }, { phone: '081234567890', email: null }],
    [{ kontak_telepon: 'siti@contoh.id' }, { phone: null, email: 'siti@contoh.id' }],
    [
      { kontak_telepon: '12', kontak_email: 'a@x.id, b@x.id' },
      { phone: '12; a@x.id, b@x.id', email: null },
    ],
  ])('%j', async (typed, kept) => {
    const { contact, html } = await filedAs(typed)
    expect(contact).toMatchObject(kept)
    expect(html.includes(t.receipt.nextMail)).toBe(kept.email !== null)
  })
})

describe('the day it happened', () => {
  test.each(['24/11/2026', '24-11-26', '24 November 2026', 'Selasa, 24 Nov. 2026'])(
    '"%s"',
    async (tanggal) => {
      expect((await filedAs({ tanggal })).row.incident_day).toBe('2026-11-24')
    },
  )

  it('is today where none is given', async () => {
    const { row } = await filedAs({ tanggal: ' ' })
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    expect(row.incident_day).toBe(today)
  })

  it('is asked for in words where it cannot be read, and stays as it was typed', async () => {
    await fileReport()
    const answer = await post('/lapor', aReport({ tanggal: 'minggu lalu' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Tanggal belum terbaca. Tulis seperti 24/11/2026.')
    expect(html).toMatch(/type="text" value="minggu lalu"[^>]*name="tanggal"/)
  })
})

describe('the place', () => {
  test.each([
    ['https://maps.google.com/?q=1.66667,101.44321', 1.66667],
    ['https://www.google.com/maps/@1.66667,101.44321,17z', 1.66667],
    ['1.66667° N, 101.44321° E', 1.66667],
    ['Lat: 1.66667, Long: 101.44321', 1.66667],
  ])('reads a point out of "%s"', async (titik, lat) => {
    expect((await filedAs({ titik, patokan: 'depan pasar' })).row).toMatchObject({
      landmark: 'depan pasar',
      lat,
    })
  })

  it('keeps a point that cannot be read beside the landmark', async () => {
    const { row } = await filedAs({ titik: 'https://maps.app.goo.gl/abc', patokan: 'depan pasar' })
    expect(row).toMatchObject({ landmark: 'depan pasar; https://maps.app.goo.gl/abc', lat: null })
  })
})

it('keeps a title that is too long whole, as the first words of the report', async () => {
  const judul = 'Lampu jalan padam di depan sekolah dan warung, '.repeat(4).trim()
  const { row } = await filedAs({ judul })
  expect(row.text.startsWith(`${judul}\n\nLampu jalan`)).toBe(true)
  expect([...row.title].length).toBeLessThanOrEqual(120)
})

it('lets no browser cut or refuse what is optional', async () => {
  await fileReport()
  const html = await read('/lapor')
  expect(html).not.toContain('maxlength')
  expect(html).not.toContain('type="email"')
})

test('no optional field refuses a report, whatever stands in it', async () => {
  await fileReport()
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.constantFrom('<a@b.id>,', '+', '@', '0812', '1,1', '°', '; ', '\u0000', '\u202e(WA)'),
  )
  const optional = ['nama', 'kontak_telepon', 'kontak_email', 'patokan', 'titik', 'judul'] as const
  const legal = ['kuasa', 'kerugian', 'tuntutan'] as const
  const changes = fc.record(
    Object.fromEntries([...optional, ...legal].map((name) => [name, typed])),
  )
  await fc.assert(
    fc.asyncProperty(changes, async (fields) => {
      const answer = await post('/lapor', aReport(fields))
      expect(answer.status, (await answer.text()).match(/class="msg"[^<]*<?/g)?.join()).toBe(200)
    }),
    { numRuns: runs(30) },
  )
})

test('data saya asks again for an address that no letter can reach', async () => {
  const { url, cookie } = await fileReport()
  const send = (kontak_email: string) =>
    post(`${url}/data`, { nama: '', kontak_telepon: 'Pak RT', kontak_email }, { Cookie: cookie })
  const refused = await send('siti at contoh')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="siti at contoh"')
  expect((await send('<siti@contoh.id>')).status).toBe(303)
  const html = await read(`${url}/data`, cookie)
  expect(html).toContain('value="siti@contoh.id"')
  expect(html).toContain('value="Pak RT"')
})

test('what is signed is what is kept: words apart, emoji whole', async () => {
  const isi =
    'Lampu\u000bmati\u0000gelap sekali 👨\u200d👩\u200d👧 takut\u200b lewat, می\u200cخواهم.'
  const { row, html } = await filedAs({ isi })
  expect(row.text).toBe('Lampu\nmati gelap sekali 👨\u200d👩\u200d👧 takut lewat, می\u200cخواهم.')
  const signed = /TGP1\.[\w-]+\.[\w-]+/.exec(html)?.[0] ?? ''
  const receipt = await verifyReceipt(JSON.parse(env.RECEIPT_KEY) as SigningJwk, signed)
  const words = committedWords({
    ...{ title: row.title, text: row.text, incidentDay: row.incident_day },
    ...{ landmark: row.landmark, lat: row.lat, lng: null },
    ...{ onBehalf: null, loss: null, settlement: null },
  })
  const textHash = await commitment(row.salt, words ?? '')
  expect(receipt).toMatchObject({ ok: true, fields: { textHash } })
})
