import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeReference } from '../../src/domain/text/reference.ts'
import { isForStaff } from '../../src/path-row.ts'
import { type PathName, paths } from '../../src/paths.ts'
import { randomBytes } from '../../src/random.ts'
import { pictures } from '../fixtures/pictures.ts'
import { leadsTo, read, tokenIn } from '../support/citizen.ts'
import { DISHUB } from '../support/commands.ts'
import { sampleUrl } from '../support/path-list.ts'
import { post, request } from '../support/request.ts'
import {
  giveByForm,
  SAME_ORIGIN,
  type SampleWorld,
  sampleWorld,
  upload,
  versionIn,
} from '../support/sample-world.ts'
import { aStaff, cookiesOf, PASSWORD } from '../support/staff.ts'
import { t } from '../support/words.ts'

const WORDS = 'Kata & "kutip" yang lama\nditulis, <b>dua</b> baris.'
const SHOWN = 'Kata &amp; &quot;kutip&quot; yang lama\nditulis, &lt;b&gt;dua&lt;/b&gt; baris.'
const OFFICER = `officer-${DISHUB}@contoh.id`
const LIAISON = 'penghubung@contoh.id'

/** Every form that a session has to stand behind. */
const names = (Object.keys(paths) as PathName[]).filter((name) => {
  const row = paths[name]
  const taken = row.post !== undefined && row.for !== 'all'
  return taken && (row.guard !== 'own' || name === 'signOutEverywhere')
})

let sample: SampleWorld

beforeAll(async () => {
  // many guesses in one second are a burst, which has its own tests
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  sample = await sampleWorld()
  await aStaff('liaison', DISHUB, LIAISON)
})

const hidden = (name: string) => `type="hidden" name="${name}" value="${SHOWN}"`

const expectKept = async (answer: Response, action: string, name = 'alasan'): Promise<string> => {
  const html = await answer.text()
  expect(html).toContain(t.ended.title)
  expect(html).toContain(hidden(name))
  expect(html).toContain(`<p class="words">${SHOWN}</p>`)
  // not to its own address: test/routes/own-address.test.ts
  expect(html.replace(`"${action}?lagi"`, `"${action}"`)).toContain(
    `<form method="post" action="${action}"`,
  )
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(answer.headers.get('Location')).toBe(null)
  return html
}

test('there are forms of reporters and of staff to send', () => {
  expect(names.filter((name) => isForStaff(paths[name])).length).toBeGreaterThan(30)
  expect(names.filter((name) => !isForStaff(paths[name])).length).toBe(13)
})

describe.each(names)('%s, sent when the session has ended', (name) => {
  const staff = isForStaff(paths[name])
  const asked = staff ? ['masuk_email', 'masuk_sandi'] : ['masuk_kode']
  const wrong: Record<string, string> = staff
    ? { masuk_email: `${name}@contoh.id`, masuk_sandi: 'bukan-sandi-ini' }
    : { masuk_kode: 'AAAA-AAAA-AAAA-AAAA' }
  const typed = { alasan: WORDS, opd: ['7', '8'] }

  test('keeps its words and asks who is there', async () => {
    const url = sampleUrl(name, sample)
    const answer = await post(url, typed)
    expect(answer.status).toBe(401)
    const html = await expectKept(answer, url)
    for (const field of asked) expect(html).toContain(`name="${field}"`)
    for (const value of typed.opd) expect(html).toContain(`name="opd" value="${value}"`)
  })

  test('keeps them when key or password is wrong, and puts neither into the page', async () => {
    const url = sampleUrl(name, sample)
    const answer = await post(url, { ...typed, ...wrong })
    expect(answer.status).toBe(422)
    const html = await expectKept(answer, url)
    expect(html).not.toContain(wrong.masuk_kode ?? wrong.masuk_sandi)
  })

  test('is a part of the page for htmx, where the form stood', async () => {
    const url = sampleUrl(name, sample)
    const answer = await post(url, typed, { 'HX-Request': 'true', 'HX-Request-Type': 'partial' })
    expect(answer.status).toBe(401)
    expect(await expectKept(answer, url)).toMatch(/^<section id="berkas"/)
  })

  test('is refused from another site, even with a key or password', async () => {
    const headers = { Origin: 'https://jahat.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await post(sampleUrl(name, sample), { ...typed, ...wrong }, headers)).status).toBe(403)
  })
})

test('says that files must be chosen again, and has the place for them', async () => {
  for (const path of [
    `${sample.report.url}/jawaban`,
    `/petugas/laporan/${sample.nomor}/penutupan`,
  ]) {
    const photo = new File([pictures.baselineJpeg], 'a.jpg')
    const html = await (await upload(path, '', [photo], { alasan: WORDS })).text()
    expect(html).toContain(t.ended.files)
    expect(html).toMatch(/enctype="multipart\/form-data"/)
    expect(html).toMatch(/type="file"[^>]*name="berkas"|name="berkas"[^>]*type="file"/)
    expect(html).toContain(hidden('alasan'))
  }
})

describe('with the right key', () => {
  test('the answer is given, in words and with the photo chosen again', async () => {
    const { url, key, cookie } = sample.report
    const kiriman = tokenIn(await read(url, cookie), `${url}/jawaban`)
    const jawaban = 'Tiga tiang, semuanya di sisi kiri jalan.'
    const fields = { kiriman, jawaban, masuk_kode: key.toLowerCase() }
    const photo = new File([pictures.baselineJpeg.slice()], 'b.jpg')
    const done = await upload(`${url}/jawaban`, '', [photo], fields)
    expect(leadsTo(done)).toEqual([303, `${url}?kabar=answer`])
    const page = await read(`${url}?kabar=answer`, cookiesOf(done))
    expect(page).toContain(t.status.said.answer)
  })

  test('a closing is disputed; one that the rules refuse stands filled again', async () => {
    const { url, key, cookie } = sample.report
    await giveByForm(sample.nomor, 'penutupan', sample.cookies.officer, {
      tanggapan: 'Ketiga lampu sudah kami ganti tadi pagi.',
      alasan: 'Lampu menyala lagi',
      kunjungan: 'Petugas melihat ketiganya menyala.',
    })
    await env.DB.prepare('update message set visible_from = 0').run()
    await env.DB.prepare('update complaint set undo = null').run()
    await env.DB.prepare('update complaint set public_from = 0').run()
    const kiriman = tokenIn(await read(url, cookie), `${url}/keberatan`)
    const send = (alasan: string) => post(`${url}/keberatan`, { kiriman, alasan, masuk_kode: key })
    const refused = await send('x')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('>x</textarea>')
    const done = await send('Dua lampu masih padam sampai malam ini.')
    expect(leadsTo(done)).toEqual([303, `${url}?kabar=dispute`])
    expect(cookiesOf(done)).toContain('__Host-lap-')
  })

  test('neither header is needed, and another report in the browser is no hindrance', async () => {
    const { url, key } = sample.report
    const body = new URLSearchParams({ kontak_telepon: '081200001234', masuk_kode: key })
    const headers = { Cookie: '__Host-lap-DMI-7K4Q-2M9X=1.2.mac' }
    const done = await request(`${url}/data`, { method: 'POST', body, headers })
    expect(done.headers.get('Location')).toBe(`${url}/data?kabar=disimpan`)
  })

  test('a session that stands does not stand in for a wrong one', async () => {
    const { url, cookie } = sample.report
    const body = new URLSearchParams({ nama: 'Orang Lain', masuk_kode: 'AAAA-AAAA-AAAA-AAAA' })
    const headers = { Cookie: cookie }
    const done = await request(`${url}/data`, { method: 'POST', body, headers })
    expect(done.status).toBe(422)
    expect(await read(`${url}/data`, cookie)).not.toContain('Orang Lain')
  })
})

describe('with the right password', () => {
  const here = (noun: string) => `/petugas/laporan/${sample.nomor}/${noun}`
  const versi = async () =>
    versionIn(await read(`/petugas/laporan/${sample.nomor}`, sample.cookies.officer))
  const proof = { masuk_email: OFFICER, masuk_sandi: PASSWORD }

  test('a note and a reply are given, and the browser is signed in', async () => {
    const note = { catatan: 'Sudah dilihat di lapangan.', versi: await versi(), ...proof }
    const noted = await post(here('catatan'), note)
    expect(noted.headers.get('Location')).toContain('?kabar=note')
    const reply = { tanggapan: 'Besok pagi kami ganti.', versi: await versi(), ...proof }
    const done = await post(here('tanggapan'), reply)
    expect(done.headers.get('Location')).toContain('?kabar=reply')
    const page = await read(`/petugas/laporan/${sample.nomor}`, cookiesOf(done))
    expect(page).toContain('Sudah dilihat di lapangan.')
    expect(page).toContain('Besok pagi kami ganti.')
  })

  test('one that was overtaken stands filled, under the session that began', async () => {
    const before = String(Number(await versi()) - 1)
    const answer = await post(here('tanggapan'), { tanggapan: WORDS, versi: before, ...proof })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain(`>${SHOWN}</textarea>`)
    expect(html).not.toContain(PASSWORD)
    // a browser that sends neither header goes on with the token of that page
    const sesi = /name="sesi" value="([^"]*)"/.exec(html)?.[1] ?? ''
    const body = new URLSearchParams({ sesi, catatan: 'Lanjut.', versi: versionIn(html) })
    const headers = { Cookie: cookiesOf(answer) }
    const next = await request(here('catatan'), { method: 'POST', body, headers })
    expect(next.headers.get('Location')).toContain('?kabar=note')
  })

  test('a closing takes its evidence chosen again, in the name of who signed in', async () => {
    const fields = {
      tanggapan: 'Ketiga lampu sudah kami ganti hari ini.',
      alasan: 'Lampu menyala lagi',
      versi: await versi(),
      ...proof,
      masuk_email: LIAISON,
    }
    const photo = new File([pictures.progressiveJpeg], 'c.jpg')
    const done = await upload(here('penutupan'), sample.cookies.verifier, [photo], fields)
    expect(done.headers.get('Location')).toContain('?kabar=propose_closure')
    const by = await env.DB.prepare(
      `select u.email from event e join user u on e.actor = 'staff:' || u.id
        where e.type = 'propose_closure' order by e.seq desc limit 1`,
    ).first('email')
    expect(by).toBe(LIAISON)
  })

  test('what is missing is asked for, and the words stay', async () => {
    const answer = await post(here('catatan'), { alasan: WORDS, masuk_email: '', masuk_sandi: '' })
    expect(answer.status).toBe(422)
    expect(await expectKept(answer, here('catatan'))).toContain(t.session.passwordMissing)
  })
})

test('wrong keys and passwords count to the limits of tracking and sign-in', async () => {
  const { url, number } = sample.report
  const headers = { 'CF-Connecting-IP': '192.0.2.77' }
  const kode = 'AAAA-AAAA-AAAA-AAAA'
  for (let n = 0; n < 10; n++) {
    await post('/lacak', { nomor: number, kode }, headers)
    await post(`${url}/jawaban`, { alasan: WORDS, masuk_kode: kode }, headers)
  }
  expect((await post('/lacak', { nomor: number, kode }, headers)).status).toBe(429)
  const answer = await post(`${url}/jawaban`, { alasan: WORDS, masuk_kode: kode }, headers)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  await expectKept(answer, `${url}/jawaban`)
  await env.DB.prepare(`update counter set count = 1000`).run()
  const masuk = { masuk_email: OFFICER, masuk_sandi: 'salah' }
  const path = `/petugas/laporan/${sample.nomor}/catatan`
  const held = await post(path, { alasan: WORDS, ...masuk })
  expect(held.status).toBe(429)
  await expectKept(held, path)
})

test('a number that nobody has answers as one with another key', async () => {
  const url = `/laporan-saya/${makeReference('DMI', randomBytes)}/jawaban`
  const answer = await post(url, { alasan: WORDS, masuk_kode: sample.report.key })
  expect(answer.status).toBe(422)
  await expectKept(answer, url)
})

test('the desk asked by htmx for a case says that the session has ended, in its place', async () => {
  const headers = { ...SAME_ORIGIN, 'HX-Request': 'true', 'HX-Request-Type': 'full' }
  const answer = await request(`/petugas/laporan/${sample.nomor}`, { headers })
  expect(answer.status).toBe(401)
  const html = await answer.text()
  expect(html).toContain('<section id="berkas"')
  expect(html).toContain(`href="/petugas/masuk?kembali=`)
})

test('a program is told in its own form', async () => {
  const answer = await post(`${sample.report.url}/jawaban`, {}, { Accept: 'application/json' })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toHaveProperty('galat')
})
