import { beforeAll, describe, expect, test } from 'vitest'
import { aReport, fileReport, read } from '../support/citizen.ts'
import { post, request } from '../support/request.ts'
import { SAME_ORIGIN, upload } from '../support/sample-world.ts'
import { expectSentence } from '../support/sentence.ts'
import { t } from '../support/words.ts'

const URLENCODED = 'application/x-www-form-urlencoded'
const MB = 1024 * 1024

const send = (
  path: string,
  body: BodyInit,
  type?: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  request(path, {
    method: 'POST',
    body,
    headers: { ...SAME_ORIGIN, ...(type ? { 'Content-Type': type } : {}), ...headers },
  })

/** A body of that many bytes which says nothing of its length. */
const streamed = (bytes: number): ReadableStream<Uint8Array> => {
  let left = bytes
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, 64 * 1024)
      left -= size
      if (size === 0) controller.close()
      else controller.enqueue(new Uint8Array(size).fill(97))
    },
  })
}

describe('a body that is too large', () => {
  beforeAll(() => fileReport())

  test('is refused, whether or not it says how long it is', async () => {
    await expectSentence(await send('/lapor', `judul=${'a'.repeat(MB)}`, URLENCODED), 413)
    await expectSentence(await send('/lapor', streamed(MB), URLENCODED), 413)
  })

  test('of 26 MB and more is refused as files too, and what was filed is as before', async () => {
    const { url, cookie } = await fileReport()
    const before = await read(url, cookie)
    const big = new File([new Uint8Array(27 * MB)], 'besar.jpg', { type: 'image/jpeg' })
    const html = await expectSentence(await upload(`${url}/berkas`, cookie, [big]), 413)
    expect(html).toContain('5 MB')
    expect(await read(url, cookie)).toBe(before)
  })

  test('as one field of a form comes back to be shortened', async () => {
    const isi = 'Lampu padam sejak Senin. '.repeat(400)
    const answer = await post('/lapor', aReport({ isi, judul: 'j'.repeat(30_000) }))
    const html = await expectSentence(answer, 422)
    expect(html).toContain(isi.trim().slice(-200))
    expect(html).toContain('j'.repeat(30_000))
  })

  test('holds the longest report that the form allows, in any script', async () => {
    const answer = await post(
      '/lapor',
      aReport({
        isi: '災'.repeat(5000),
        judul: '災'.repeat(120),
        patokan: '災'.repeat(200),
        kuasa: '災'.repeat(500),
        kerugian: '災'.repeat(1000),
        tuntutan: '災'.repeat(1000),
      }),
    )
    expect(answer.status).toBe(200)
  })
})

describe('a body that is not what it says', () => {
  const form = new URLSearchParams(aReport()).toString()
  test.each<[string, BodyInit, string | undefined, number[]]>([
    [
      'JSON where a form is expected',
      JSON.stringify(aReport()),
      'application/json',
      [400, 415, 422],
    ],
    ['JSON that is a list', '[1,2,3]', 'application/json', [400, 415, 422]],
    ['JSON that is a word', '"lapor"', 'application/json', [400, 415, 422]],
    ['JSON that is null', 'null', 'application/json', [400, 415, 422]],
    ['broken JSON', '{"isi":', 'application/json', [400]],
    ['XML', '<isi>lampu</isi>', 'application/xml', [415]],
    ['plain text', form, 'text/plain', [415]],
    ['no type at all', new TextEncoder().encode(form), undefined, [415]],
    ['a type of nonsense', form, 'application/x-www-form-urlencoded/../x', [415]],
    ['multipart without boundary', form, 'multipart/form-data', [400, 422]],
    [
      'multipart with another boundary',
      '--a\r\n\r\n--a--',
      'multipart/form-data; boundary=b',
      [400, 422],
    ],
    [
      'multipart cut short',
      '--b\r\nContent-Disposition: form-data; name="isi"\r\n\r\nlam',
      'multipart/form-data; boundary=b',
      [400, 422],
    ],
    ['a form called multipart', form, 'multipart/form-data; boundary=x', [400, 422]],
    ['bytes that are no UTF-8', 'isi=%ff%fe%c0%80&tanggal=%80', URLENCODED, [422]],
    [
      'raw bytes that are no UTF-8',
      new Uint8Array([0x69, 0x3d, 0xff, 0xfe, 0x00]),
      URLENCODED,
      [422],
    ],
    ['broken percent signs', 'isi=%zz%&tanggal=%', URLENCODED, [422]],
    ['nothing', '', URLENCODED, [422]],
  ])('%s is refused in words', async (_, body, type, statuses) => {
    await expectSentence(await send('/lapor', body, type), ...statuses)
  })

  test('an odd key of a form is no trap', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'isi[]',
      'isi[a][b][c]',
      'isi.x',
      '',
      ' ',
    ]) {
      const body = new URLSearchParams([...Object.entries(aReport({ isi: 'pendek' })), [name, 'x']])
      await expectSentence(await send('/lapor', body.toString(), URLENCODED), 422)
    }
  })

  test('a key longer than any of ours, or more fields than a form has, is too much', async () => {
    const long = new URLSearchParams([...Object.entries(aReport()), ['a'.repeat(3000), 'x']])
    await expectSentence(await send('/lapor', long.toString(), URLENCODED), 413)
    const many = new URLSearchParams(Array.from({ length: 500 }, () => ['isi', 'x']))
    await expectSentence(await send('/lapor', many.toString(), URLENCODED), 413)
  })

  test('a field given many times counts as its last, and files where words belong are left out', async () => {
    const body = new URLSearchParams([
      ...Object.entries(aReport()),
      ...Array.from({ length: 300 }, () => ['isi', 'x']),
    ] as [string, string][])
    await expectSentence(await send('/lapor', body.toString(), URLENCODED), 422)
    const files = new FormData()
    for (const [name, value] of Object.entries(aReport()))
      files.append(name, new File([value], 'x'))
    const answer = await request('/lapor', { method: 'POST', body: files, headers: SAME_ORIGIN })
    await expectSentence(answer, 422)
  })
})

describe('words that try to be more', () => {
  test.each([
    ['control characters', 'Lampu\u0000 padam\u0007 sejak\u001b[31m Senin\u0008 di Purnama.'],
    ['bidi overrides', 'Lampu \u202epadam\u2066 sejak\u200f Senin di Purnama\u2069.'],
    ['lone surrogates', 'Lampu padam \ud800 sejak Senin \udfff di Purnama.'],
    ['markup', 'Lampu padam <script>alert(1)</script><img src=x onerror=alert(1)> Senin.'],
    ['SQL', 'Lampu padam\'; drop table complaint; -- " OR 1=1 sejak Senin'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
    ['templates', 'Lampu padam ${7*7} {{7*7}} <%= 7*7 %> sejak Senin di Purnama'],
    ['separators', 'Lampu padam\u2028sejak\u2029Senin\u0085di Purnama.'],
  ])('%s in every field are kept as words', async (_, isi) => {
    const fields = {
      isi,
      judul: isi.slice(0, 100),
      patokan: isi.slice(0, 150),
      nama: isi.slice(0, 100),
    }
    const answer = await post('/lapor', aReport(fields))
    const html = await answer.text()
    expect(answer.status, html.slice(0, 200)).toBe(200)
    expect(html).not.toMatch(/<script>alert|<img src=x/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
    expect(html).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/)
  })

  test('an address that would split a header is kept as words, and no letter goes there', async () => {
    for (const kontak_email of [
      'a@b.id\r\nBcc: x@y.id',
      'a@b.id,x@y.id',
      '"a b"@c.id\n',
      '<a@b.id>',
    ]) {
      const answer = await post('/lapor', aReport({ kontak_email }))
      expect(answer.status).toBe(200)
      const told = (await answer.text()).includes(t.receipt.nextMail)
      expect(told, kontak_email).toBe(kontak_email === '<a@b.id>')
    }
    const phone = await post('/lapor', aReport({ kontak_telepon: '0812\r\nX: y' }))
    expect(phone.status).toBe(200)
  })

  test('numbers outside their list are refused, in whatever shape', async () => {
    for (const kategori of [
      '999999',
      '-1',
      '1e3',
      '0x3',
      'NaN',
      '3.5',
      "3' or 1=1",
      '３',
      'Infinity',
    ])
      await expectSentence(await post('/lapor', aReport({ kategori })), 422)
    for (const tanggal of [
      '2026-02-30',
      '9999-12-31',
      '1899-01-01',
      '-2026-01-01',
      '2026-13-1',
      '31/11/2026',
      '٢٠٢٦-١١-٢٤',
    ])
      await expectSentence(await post('/lapor', aReport({ tanggal })), 422)
    for (const titik of ['1e999, -Infinity', 'NaN, NaN', '91, 101', '1.6, 181', '1.6', '1,6 101 4'])
      expect((await post('/lapor', aReport({ titik }))).status, titik).toBe(200)
  })
})

describe('an address that is a trick', () => {
  test.each([
    '/..%2f..%2fetc%2fpasswd',
    '/laporan/..%2f..%2fpetugas',
    '/laporan/%00',
    '/laporan/%',
    '/laporan/%ff%fe',
    '/laporan/DMI%E2%80%917K4Q%E2%80%912M9X',
    `/laporan/${'A'.repeat(8000)}`,
    '/opd/__proto__',
    '/opd/constructor',
    '/tidak-ada//laporan//',
    '/laporan/DMI-0000-0000/foto/..%2f..%2fa',
    '/laporan/DMI-0000-0000/foto/%00',
    "/laporan/DMI-0000-0000'--",
    '/t/',
    `/t/${'A'.repeat(40)}`,
    '/t/%00%ff',
    '/petugas/sandi/%00',
    `/petugas/sandi/${'x'.repeat(4000)}`,
    '/.env',
    '/.git/config',
    '/wp-login.php',
  ])('%s is answered like one that is not there', async (path) => {
    await expectSentence(await request(path), 404, 410)
  })

  test.each(['/widget/toString/lencana.svg', '/widget/%2e%2e%2f/lencana.svg'])(
    '%s is answered with a badge in words: no agency of that name',
    async (path) => {
      const answer = await request(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Content-Type')).toContain('image/svg+xml')
      expect(await answer.text()).toMatch(
        new RegExp(
          `^<svg [^>]*><title>${t.widget.unknown}</title>.*>${t.widget.unknown}</text></svg>$`,
        ),
      )
    },
  )

  test.each([
    '/b/%ff',
    '/b/<script>alert(1)<%2Fscript>',
    '/lacak?nomor=%00%ff<script>alert(1)</script>',
    '/petugas/masuk?kembali=//evil.example&kabar=__proto__',
    '/petugas/masuk?kembali=javascript:alert(1)',
    '/laporan?sebelum=-1&kategori[]=1&q=%ff%00',
    '/laporan?sebelum=1e308&status=__proto__',
    '/laporan?sebelum=99999999999999999999999&kecamatan=NaN',
    `/laporan?q=${'a%20OR%20'.repeat(900)}`,
    '/laporan?q=NEAR(a%20b)%20*%20%22%20%5E%20title:x%20-y',
  ])('%s opens as the page it is', async (path) => {
    const html = await expectSentence(await request(path), 200)
    expect(html).not.toMatch(/<script>alert|href="javascript:|"\/\/evil/)
  })

  test('a number written with other dashes, spaces and small letters is the same number', async () => {
    const { number, key } = await fileReport()
    const nomor = number.replaceAll('-', '\u2011').toLowerCase()
    expect((await post('/lacak', { nomor, kode: key.replaceAll('-', ' \u2013 ') })).status).toBe(
      303,
    )
  })
})
