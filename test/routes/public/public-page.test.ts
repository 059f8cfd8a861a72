import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { caseById } from '../../../src/db/cases.ts'
import type { Filing } from '../../../src/db/filing.ts'
import type { ReleaseDecision } from '../../../src/domain/case/release.ts'
import { HOUR } from '../../../src/domain/time/time.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB } from '../../support/commands.ts'
import { routing as routingForm } from '../../support/desk-cases.ts'
import { aCase, give, routeTo, rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { giveByForm, upload } from '../../support/sample-world.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { t } from '../../support/words.ts'
import { aForm, someone } from '../../support/world.ts'

const verifier = someone('verifier')
const EARLIER = Date.now() - HOUR
const at = { lat: 1.66667, lng: 101.44321 }

const placed = (): Filing => {
  const form = aForm()
  return { ...form, words: { ...form.words, ...at } }
}

const slug = 'dinas-perhubungan'

let seconds = 0
/** Each later than the one before it, so that the newest is the last. */
const next = () => EARLIER + 1000 * ++seconds

/** A report released to all, in Dishub's hands; its number. */
const released = async (changes: Partial<ReleaseDecision> = {}, form = placed(), when = next()) => {
  const { s, id } = await aCase(when, 'received', form)
  const title = `Jalan berlubang ${id}`
  const text = 'Jalan berlubang dalam di depan sekolah.'
  const release = { release: true, title, text, point: false, photoIds: [], ...changes }
  const columns = { releasedTitle: title, releasedText: text }
  await give(s, id, verifier, when, routeTo(DISHUB, { release }), { columns })
  const reference = (await caseById(s.db, id))?.complaint.reference ?? ''
  return { s, id, title, url: `/laporan/${reference}`, reference }
}

it('shows the exact point where the verifier released it, and only there', async () => {
  const [with_, without] = [await released({ point: true }), await released()]
  expect(await read(with_.url)).toContain('<dt>Titik</dt><dd>1.66667, 101.44321</dd>')
  expect(await read(without.url)).not.toContain('101.44321')
})

it('is led to by its number, typed in the search with whatever label', async () => {
  const { reference } = await released()
  for (const q of [reference, `Nomor: ${reference.toLowerCase()}`, `lihat ${reference}!`]) {
    const answer = await request(`/laporan?${new URLSearchParams({ q })}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/laporan/${reference}`])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  }
})

it('is opened by its number alone, from the form that asks for number and key', async () => {
  const { reference } = await released()
  for (const nomor of [reference, ` ${reference.toLowerCase()} `]) {
    const answer = await post('/lacak', { nomor, kode: ' ' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/laporan/${reference}`])
    expect(answer.headers.get('Set-Cookie')).toBe(null)
  }
})

it('says what a number alone can do, and not whether a report has it', async () => {
  const secret = await released()
  await rows(
    `update complaint set confidential = 1, release_status = 'none' where id = ?`,
    secret.id,
  )
  const { number: unreleased } = await fileReport()
  const withdrawn = await released()
  await rows(`update complaint set release_status = 'withdrawn' where id = ?`, withdrawn.id)
  const { number: unknown } = await fileReport()
  await rows('delete from complaint where reference = ?', unknown)
  const answers = await Promise.all(
    [secret.reference, unreleased, withdrawn.reference, unknown].map(async (nomor) => {
      const answer = await post('/lacak', { nomor, kode: '' })
      const html = (await answer.text()).replaceAll(nomor, 'NOMOR')
      return { status: answer.status, html, cookie: answer.headers.get('Set-Cookie') }
    }),
  )
  expect(answers[0]?.status).toBe(422)
  expect(answers[0]?.html).toContain(t.track.needsKey)
  expect(answers[0]?.html).toContain(t.track.onlyHint)
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

it('answers 410 for a page and its photo once the release is withdrawn', async () => {
  const { number, url, cookie } = await fileReport()
  const files = [new File([pictures.baselineJpeg], 'a.jpg')]
  expect((await upload(`${url}/berkas`, cookie, files)).status).toBe(303)
  const foto = /\/berkas\/([^"]+)"/.exec(await read(url, cookie))?.[1] ?? ''
  await aStaff('liaison', Number(routingForm.opd))
  const session = await sessionOf(await aStaff('verifier', null, 'penarik@contoh.id'))
  await giveByForm(number, 'penerusan', session, { ...routingForm, foto })
  await env.DB.prepare('update complaint set public_from = 0').run()
  const page = `/laporan/${number}`
  const photo = `${page}/foto/${foto}`
  for (const path of [page, photo]) expect((await request(path)).status, path).toBe(200)
  const answer = await giveByForm(number, 'rilis/penarikan', session, {
    alasan: 'Memuat nama orang.',
  })
  expect(answer.status).toBe(303)
  for (const path of [page, photo]) {
    const gone = await request(path)
    expect(gone.status, path).toBe(410)
    expect(gone.headers.get('Cache-Control'), path).toBe('no-store')
  }
  expect(await read(page)).toContain('tidak lagi tampil untuk umum')
  expect(await read(page)).not.toContain(routingForm.judul_rilis)
})

it('names a report nowhere once it is secret, whatever its release says', async () => {
  const { id, url, title, reference } = await released()
  const places = ['/', '/laporan', '/laporan?q=berlubang', `/opd/${slug}`]
  for (const path of places) expect(await read(path), path).toContain(title)
  await rows(`update complaint set sensitive = 'child', state = 'closed' where id = ?`, id)
  for (const path of places) expect(await read(path), path).not.toContain(title)
  expect(await read('/sitemap.xml')).not.toContain(reference)
  expect((await request(url)).status).toBe(404)
})

it('speaks of the reporter, not to them, on pages for everyone', async () => {
  const { s, id } = await aCase(EARLIER, 'received')
  const reference = (await caseById(s.db, id))?.complaint.reference ?? ''
  expect(await read(`/laporan/${reference}`)).toContain('Kami sudah menerima laporan ini.')
  await give(s, id, verifier, EARLIER, { name: 'ask', text: 'Di sebelah mana tepatnya?' })
  expect(await read(`/laporan/${reference}`)).toContain('Kami menunggu keterangan dari pelapor.')
  const list = await read('/laporan')
  expect(list).toContain('>Menunggu konfirmasi pelapor<')
  expect(list).not.toContain('Menunggu konfirmasi Anda')
})

it('offers the years in which reports can have come in, and lists one of them', async () => {
  const old = await released(
    {},
    aForm({ incidentDay: '2026-02-01' }),
    Date.parse('2026-02-02T02:00:00Z'),
  )
  const year = new Date(Date.now() + 7 * HOUR).getUTCFullYear()
  expect(await read(`/laporan?tahun=${year}`)).toContain(`<option value="${year}" selected`)
  expect(await read('/laporan?q=berlubang&tahun=2026')).toContain(old.title)
  expect(await read('/laporan?tahun=2026')).toContain(old.title)
  // what is no year of ours is left out, like anything odd in an address
  expect(await read('/laporan?tahun=1999')).toContain(old.title)
})

it('shows joined filings beside those received', async () => {
  const [root, member] = [await aCase(EARLIER, 'received'), await aCase(EARLIER, 'received')]
  expect(await read('/')).not.toContain('digabung')
  const session = await sessionOf(await aStaff('verifier', null, 'penggabung@contoh.id'))
  const [into, joined] = await Promise.all(
    [root, member].map(async ({ s, id }) => (await caseById(s.db, id))?.complaint.reference ?? ''),
  )
  const answer = await giveByForm(joined ?? '', 'penggabungan', session, { induk: into ?? '' })
  expect(answer.status).toBe(303)
  expect(await read('/')).toMatch(/laporan diterima<\/dt><dd>\d+<small> \+ 1 digabung<\/small>/)
})

it('has what can be done and three figures in its frame, and leads to all else', async () => {
  const { title } = await released()
  const frame = await read(`/widget/${slug}`)
  expect(frame).not.toContain(title)
  expect(frame.match(/<dt>/g)).toHaveLength(3)
  expect(frame.indexOf(t.widget.report)).toBeLessThan(frame.indexOf('<dl'))
  expect(frame).toMatch(new RegExp(`<a href="[^"]*/opd/${slug}" target="_blank" rel="noopener">`))
  expect(await read(`/opd/${slug}`)).toContain('class="clock slim"')
})

it.each(['tidak-ada', '-', '', 'dishub/lain'])(
  'refuses a widget of /widget/%s as small as one',
  async (name) => {
    const answer = await request(`/widget/${name}`)
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(html).toContain('class="frame"')
    expect(html).toContain(t.widget.unknown)
    expect(html).not.toContain('<header')
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  },
)

it('refuses a badge of an agency that is none as a picture', async () => {
  const answer = await request('/widget/tidak-ada/lencana.svg')
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
    404,
    'image/svg+xml; charset=utf-8',
  ])
  expect(await answer.text()).toContain(t.widget.unknown)
})

it('files what a frame led to under its agency and its channel', async () => {
  const frame = await read(`/widget/${slug}`)
  const href = /href="https:\/\/lapor\.example(\/lapor\?[^"]+)"/.exec(frame)?.[1] ?? ''
  const form = await read(href.replaceAll('&amp;', '&'))
  expect(form).toContain('<input type="hidden" name="dari" value="widget"')
  expect(form).toMatch(new RegExp(`<option value="${DISHUB}" selected`))
  const channelOf = async (changes: Record<string, string>) => {
    const { number } = await fileReport(changes)
    const [row] = await rows('select channel from complaint where reference = ?', number)
    return row?.channel
  }
  expect(await channelOf({ dari: 'widget' })).toBe('widget')
  expect(await channelOf({ dari: 'counter' })).toBe('web')
  expect(await channelOf({})).toBe('web')
  expect(await read('/lapor?dari=loket&opd=tidak-ada')).not.toContain('name="dari"')
  const failed = await post('/lapor', { dari: 'widget', isi: 'pendek' })
  expect(await failed.text()).toContain('<input type="hidden" name="dari" value="widget"')
})

it('takes a point pasted from a map, and marks one outside the city for the verifier', async () => {
  const inside = await fileReport({ titik: '1,66667, 101,44321' })
  const outside = await fileReport({ titik: '0.5, 101.4' })
  const session = await sessionOf(await aStaff('verifier', null, 'peta@contoh.id'))
  const page = (number: string) => read(`/petugas/laporan/${number}`, session)
  expect(await page(inside.number)).toContain('1.66667, 101.44321, ')
  expect(await page(outside.number)).toContain('0.5, 101.4 (di luar batas kota)')
})
