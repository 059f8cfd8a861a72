import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { signLink } from '../../src/auth/one-time-link.ts'
import { bytesOf, emptyZip } from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { fileReport, read, tokenIn } from '../support/citizen.ts'
import { PUPR } from '../support/commands.ts'
import { post, request } from '../support/request.ts'
import { giveByForm, type SampleWorld, sampleWorld, upload } from '../support/sample-world.ts'
import { expectSentence } from '../support/sentence.ts'
import { aStaff, sessionOf } from '../support/staff.ts'

let sample: SampleWorld

beforeAll(async () => {
  sample = await sampleWorld()
})

const MB = 1024 * 1024

describe('what belongs to others', () => {
  test('keys, cookies and links that are wrong, expired or of another report open nothing', async () => {
    const [mine, other] = [await fileReport(), await fileReport()]
    for (const kode of ['', 'salah', other.key, `${mine.key}0`, '\u0000', 'x'.repeat(5000)])
      await expectSentence(await post('/lacak', { nomor: mine.number, kode }), 422)
    for (const Cookie of [
      `__Host-lap-${mine.number}=1.x`,
      `__Host-lap-${mine.number}=${Date.now() + 9e6}.AAAA`,
      `__Host-lap-${mine.number}=${other.cookie.split('=')[1]}`,
      `__Host-lap-${mine.number}=NaN.%ff%00`,
      other.cookie,
      `${'x'.repeat(4000)}=1`,
    ]) {
      const answer = await request(mine.url, { headers: { Cookie } })
      expect(answer.status, Cookie).toBe(303)
    }
    const link = {
      complaintId: 1,
      purpose: 'answer',
      round: 1,
      mark: 'AbCd-_09',
      expires: Date.now() - 1000,
    } as const
    for (const token of [
      await signLink(env.SERVER_SECRET, link),
      await signLink('A'.repeat(43), { ...link, expires: 9e12 }),
    ])
      await expectSentence(await request(`/t/${token}`), 404, 410)
  })

  test('a file of another report is not there, for reporters, staff and everyone', async () => {
    const { photo, cookies } = sample
    const other = await fileReport()
    await expectSentence(
      await request(`${other.url}/berkas/${photo}`, { headers: { Cookie: other.cookie } }),
      404,
    )
    await expectSentence(await request(`/laporan/${other.number}/foto/${photo}`), 404)
    const verifier = { headers: { Cookie: cookies.verifier } }
    await expectSentence(
      await request(`/petugas/laporan/${other.number}/berkas/${photo}`, verifier),
      404,
    )
  })

  test("another agency's case is not there, to look at or to act on", async () => {
    const stranger = await sessionOf(await aStaff('officer', PUPR))
    const path = `/petugas/laporan/${sample.nomor}`
    const headers = { Cookie: stranger }
    await expectSentence(await request(path, { headers }), 404)
    for (const noun of ['catatan', 'tanggapan', 'penutupan', 'berkas'])
      await expectSentence(await post(`${path}/${noun}`, { versi: '4' }, headers), 404)
    await expectSentence(await request(`${path}/berkas/${sample.photo}`, { headers }), 404)
  })

  test('a form of another site, or with the token of another session, is refused', async () => {
    const { url, cookie } = await fileReport()
    const other = await fileReport()
    const kiriman = tokenIn(await read(other.url, other.cookie), `${other.url}/pencabutan`)
    const fields = new URLSearchParams({ kiriman, alasan: 'dari situs lain' })
    for (const headers of [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
      {},
    ]) {
      const sent = { method: 'POST', body: fields, headers: { ...headers, Cookie: cookie } }
      await expectSentence(await request(`${url}/pencabutan`, sent as unknown as RequestInit), 403)
    }
    expect(await read(url, cookie)).toContain('Diterima')
  })
})

describe('files that are not what they say', () => {
  const ftyp = bytesOf([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'heicmif1', new Uint8Array(64))
  const png = pictures.baselineJpeg
  test.each<[string, File[], RegExp]>([
    ['HEIC', [new File([ftyp], 'IMG_1.HEIC', { type: 'image/heic' })], /HEIC|JPEG/],
    ['HEIC called JPEG', [new File([ftyp], 'a.jpg', { type: 'image/jpeg' })], /HEIC|JPEG/],
    [
      'HTML called JPEG',
      [new File(['<html><script>alert(1)</script>'], 'a.jpg', { type: 'image/jpeg' })],
      /berkas|Berkas/,
    ],
    [
      'SVG',
      [new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' })],
      /Berkas/,
    ],
    ['a ZIP behind a JPEG', [new File([png, emptyZip('<script>')], 'a.jpg')], /./],
    ['an empty file', [new File([], 'a.jpg')], /Pilih|berkas/],
    ['half a JPEG', [new File([png.slice(0, 60)], 'a.jpg')], /Berkas/],
    ['7 MB', [new File([png, new Uint8Array(7 * MB)], 'a.jpg')], /Maksimal 5 MB/],
    ['a name that is a path', [new File(['x'], '../../etc/passwd\u0000.jpg')], /Berkas|Kiriman/],
    ['six files', Array.from({ length: 6 }, () => new File(['x'], 'a.jpg')), /5 berkas/],
  ])('%s', async (name, files, words) => {
    const { url, cookie } = await fileReport()
    const answer = await upload(`${url}/berkas`, cookie, files)
    if (answer.status === 303) {
      // taken: then what is served is a picture and nothing behind it
      const id = /\/berkas\/([^"]+)"/.exec(await read(url, cookie))?.[1]
      const served = await request(`${url}/berkas/${id}`, { headers: { Cookie: cookie } })
      const bytes = new TextDecoder('latin1').decode(await served.arrayBuffer())
      expect(name).toBe('a ZIP behind a JPEG')
      expect(bytes).not.toMatch(/script/)
      return
    }
    const html = await expectSentence(answer, 400, 422)
    expect(html).toMatch(words)
    expect(html).not.toMatch(/<script>alert|passwd/)
  })

  test('a good file beside bad ones is kept, and the bad ones are named', async () => {
    const { url, cookie } = await fileReport()
    const files = [new File(['x'], 'a.jpg'), new File([png], 'b.jpg'), new File([ftyp], 'c.heic')]
    const html = await expectSentence(await upload(`${url}/berkas`, cookie, files), 422)
    expect(html).toMatch(/Berkas 1|ke-1/)
    expect(html).toContain('Foto 1')
  })
})

test('a refused form of the desk comes back with what was typed', async () => {
  const { nomor, cookies } = sample
  const catatan = `${'Catatan panjang <b>sekali</b>. '.repeat(700)}akhir kata`
  const answer = await giveByForm(nomor, 'catatan', cookies.officer, { catatan })
  const html = await expectSentence(answer, 422)
  expect(html).toContain('Catatan panjang &lt;b&gt;sekali&lt;/b&gt;.')
})
