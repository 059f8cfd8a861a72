import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { answerRequest, recordRequest, requestById } from '../../../src/db/data-requests.ts'
import { correctContact } from '../../../src/db/my-data.ts'
import type { Staff } from '../../../src/domain/people/actor.ts'
import { HOUR } from '../../../src/domain/time/time.ts'
import { parseIdentityKeys } from '../../../src/seal/identity-keys.ts'
import { refusals } from '../../../src/words/id/refusals.ts'
import { registers } from '../../../src/words/id/registers.ts'
import { complaintFaults } from '../../support/check-complaint.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, measure, post, send, staff, standing } from '../../support/desk.ts'
import { fresh } from '../../support/desk-cases.ts'
import { t } from '../../support/words.ts'
import { world } from '../../support/world.ts'

const say = registers.requests
const LIST = '/petugas/permintaan-data'
const BREACHES = '/petugas/insiden-data'
const WHY = 'Diminta lewat surat, KTP sudah dicocokkan.'

let admin: Staff
beforeAll(async () => {
  admin = await staff('admin')
})

/** From a counter, with nobody who holds its key, and closed. */
const withoutKey = async () => {
  const nomor = await fresh({ hasKeyHolder: false, channel: 'counter' })
  const verifier = await staff('verifier')
  await send(verifier, nomor, '/arsip', { alasan: 'Bukan laporan, hanya ucapan terima kasih.' })
  return nomor
}

const asked = (nomor: string, over: Record<string, string> = {}) => ({
  ...{ nomor, jenis: 'erase', kanal: 'letter', pemeriksaan: 'Loket mencocokkan KTP' },
  ...{ tanggal: '2026-11-20', jam: '14.30', ...over },
})

/** Writes a request down by the form; its address and number. */
const recorded = async (nomor: string, over: Record<string, string> = {}) => {
  const { status, location, html } = await post(admin, LIST, asked(nomor, over))
  expect(status, html).toBe(303)
  const url = location.replace(/\?.*/, '')
  return { url, id: url.split('/').at(-1) ?? '' }
}

const rowOf = async (id: string) => requestById((await world()).db, Number(id))

test.each(['20/11/2026', '20 November 2026', 'Jumat, 20-11-26', '２０/１１/２０２６'])(
  'a day is read as people write it: %s',
  async (tanggal) => {
    const { id } = await recorded(await withoutKey(), { tanggal, jam: ' 14：30' })
    expect((await rowOf(id))?.requestedAt).toBe(Date.parse('2026-11-20T07:30:00Z'))
    const moment = { tanggal, jam: '14.30' }
    const seen = { kejadian: WHY, terdampak: 'dua orang', tindakan: WHY }
    expect((await post(admin, BREACHES, { ...seen, ...moment })).status).toBe(303)
  },
)

test('a day that is none stands in its field as it was typed', async () => {
  const { status, html } = await post(admin, LIST, asked(await withoutKey(), { tanggal: '31/11' }))
  expect([status, html.includes(registers.dateWrong)]).toEqual([422, true])
  expect(html).toMatch(/<input[^>]*type="text"[^>]*value="31\/11"[^>]*name="tanggal"/)
})

test('a request from a letter is written down, with 72 hours from when it came', async () => {
  const nomor = await withoutKey()
  const { url, id } = await recorded(nomor.toLowerCase(), { jam: '14:30' })
  const at = Date.parse('2026-11-20T07:30:00Z')
  expect(await rowOf(id)).toMatchObject({
    ...{ reference: nomor, kind: 'erase', channel: 'letter', recorder: 'Uji admin' },
    ...{ requestedAt: at, dueAt: at + 72 * HOUR, answeredAt: null },
  })
  const { html } = await look(admin, `${url}?kabar=dicatat`)
  for (const shown of [say.done.dicatat, t.moment(at + 72 * HOUR), 'Loket mencocokkan KTP'])
    expect(html).toContain(shown)
  // a form sent twice is one request
  expect((await recorded(nomor)).id).toBe(id)
})

test('what is open stands first, the one due first on top, late ones marked', async () => {
  const late = await recorded(await withoutKey(), { tanggal: '2026-11-02' })
  const now = Date.now()
  const { db } = await world()
  const complaintId = (await standing(await withoutKey())).complaint.id
  const came = { complaintId, kind: 'see', channel: 'phone', checked: 'Loket' } as const
  const new_ = await recordRequest(db, { ...came, requestedAt: now, recordedBy: admin.id })
  const { html } = await look(admin, LIST)
  const open = html.slice(html.indexOf(say.open), html.indexOf(say.answered))
  expect(open.indexOf(`${late.url}"`)).toBeGreaterThan(0)
  expect(open.indexOf(`${late.url}"`)).toBeLessThan(open.indexOf(`${LIST}/${new_}"`))
  expect(open).toMatch(/class="due late"><b><span aria-hidden="true">! <\/span>lewat \d+ jam/)
  expect(open).toMatch(/class="due"><b>sisa 7[12] jam/)
})

test.each([
  [{ nomor: 'DMI-0000-0000' }, 'nomor', say.referenceWrong],
  [{ jenis: 'forget' }, 'jenis', say.kindMissing],
  [{ kanal: 'own' }, 'kanal', say.channelMissing],
  [{ pemeriksaan: ' ' }, 'pemeriksaan', registers.missing],
  [{ pemeriksaan: 'a'.repeat(301) }, 'pemeriksaan', registers.tooLong(300)],
  [{ tanggal: '2026-02-30' }, 'tanggal', registers.dateWrong],
  [{ tanggal: '2999-01-01' }, 'tanggal', registers.inFuture],
  [{ jam: '25.00' }, 'jam', registers.timeWrong],
])(
  '%o is not taken; the summary leads to the field and the rest stays',
  async (wrong, field, why) => {
    const { status, html } = await post(admin, LIST, asked(await withoutKey(), wrong))
    expect(status).toBe(422)
    expect(html).toContain(`<a href="#${field}">${why}</a>`)
    expect(html).toMatch(/Galat/)
    if (field !== 'pemeriksaan') expect(html).toContain('Loket mencocokkan KTP</textarea>')
    if (field !== 'kanal') expect(html).toMatch(/<option value="letter" selected/)
  },
)

test('an answer is kept with its time, once, and moves the request to the answered', async () => {
  const { url, id } = await recorded(await withoutKey(), { jenis: 'see' })
  const answer = {
    ...{ hasil: 'done', jawaban: 'Salinan diserahkan di loket.' },
    ...{ tanggal: '2026-11-21', jam: '09.00' },
  }
  const early = await post(admin, url, { ...answer, tanggal: '2026-11-19' })
  expect(early.status).toBe(422)
  expect(early.html).toContain('Salinan diserahkan di loket.</textarea>')
  expect((await post(admin, url, { ...answer, hasil: '' })).html).toContain(say.outcomeMissing)
  expect((await rowOf(id))?.answeredAt).toBeNull()
  for (const jawaban of [answer.jawaban, 'Lain lagi.'])
    expect((await post(admin, url, { ...answer, jawaban })).status).toBe(303)
  expect(await rowOf(id)).toMatchObject({ outcome: 'done', answer: answer.jawaban })
  const list = (await look(admin, LIST)).html
  expect(list.indexOf(`${url}"`)).toBeGreaterThan(list.indexOf(say.answered))
  expect((await look(admin, url)).html).not.toContain(say.answerTitle)
})

test('erases for somebody without a key: identity, words and files, with the reason kept', async () => {
  const nomor = await withoutKey()
  const { url, id } = await recorded(nomor)
  const page = await look(admin, url)
  expect(page.html).toContain(say.eraseForever)
  const path = `/petugas/laporan/${nomor}/penghapusan`
  const unsure = await post(admin, path, { permintaan: id, alasan: WHY })
  expect(unsure.status).toBe(422)
  expect(unsure.html).toContain(`${WHY}</textarea>`)
  const short = await post(admin, path, { permintaan: id, alasan: 'ya', yakin: 'ya' })
  expect(short.html).toContain('href="#alasan"')
  const fields = { permintaan: id, alasan: WHY, yakin: 'ya' }
  const { location } = await post(admin, path, fields)
  expect(location).toBe(`${url}?kabar=dihapus`)
  const { complaint, row } = await standing(nomor)
  expect([complaint.erased, row.text, row.title]).toEqual([true, null, null])
  const kept = await env.DB.prepare('select text from message where complaint_id = ?')
    .bind(complaint.id)
    .all<{ text: string | null }>()
  expect(kept.results.flatMap(({ text }) => text ?? [])).toEqual([WHY])
  const event = await env.DB.prepare(
    "select actor from event where complaint_id = ? and type = 'erase'",
  )
    .bind(complaint.id)
    .first<{ actor: string }>()
  expect(event?.actor).toBe(`staff:${admin.id}`)
  expect(await rowOf(id)).toMatchObject({ outcome: 'done', answer: WHY, answerer: 'Uji admin' })
  const { db, city } = await world()
  expect(await complaintFaults(db, city, nomor, Date.now())).toEqual([])
  // sent again: nothing more happens
  expect((await post(admin, path, fields)).status).toBe(303)
})

test('what the rules refuse is not erased, and the page says why', async () => {
  const nomor = await fresh({ hasKeyHolder: false, channel: 'counter', proposedAgencyId: DISHUB })
  const alasan = 'Bukan laporan, hanya ucapan terima kasih.'
  await send(await staff('verifier'), nomor, '/arsip', { alasan })
  const { url, id } = await recorded(nomor)
  const late = { role: 'officer', agencyId: DISHUB, since: 0, until: Date.now() - HOUR } as const
  const former: Staff = { ...admin, memberships: [...admin.memberships, late] }
  expect((await look(former, url)).html).toContain(refusals.not_allowed)
  const sent = { permintaan: id, alasan: WHY, yakin: 'ya' }
  const path = `/petugas/laporan/${nomor}/penghapusan`
  const { status, html } = await post(former, path, sent)
  expect(status).toBe(422)
  expect(html).toContain(refusals.not_allowed)
  expect((await standing(nomor)).complaint.erased).toBe(false)
  expect((await rowOf(id))?.answeredAt).toBeNull()
})

test('who holds a key is sent to Data saya; a request to see erases nothing', async () => {
  const own = await recorded(await fresh())
  expect((await look(admin, own.url)).html).toContain(say.eraseByKey)
  const nomor = await withoutKey()
  const { url, id } = await recorded(nomor, { jenis: 'see' })
  expect((await look(admin, url)).html).not.toContain(say.eraseTitle)
  const fields = { permintaan: id, alasan: WHY, yakin: 'ya' }
  expect((await post(admin, `/petugas/laporan/${nomor}/penghapusan`, fields)).status).toBe(404)
})

test('what a reporter did on Data saya stands there as answered by themselves', async () => {
  const s = await world(undefined, Date.now())
  const { complaint } = await standing(await fresh())
  const nobody = { name: 'Siti', phone: null, email: null }
  await correctContact(s, parseIdentityKeys(env.IDENTITY_KEYS), complaint.id, nobody)
  const { html } = await look(admin, LIST)
  const answered = html.slice(html.indexOf(say.answered))
  expect(answered).toContain(complaint.reference)
  expect(answered).toContain(say.channels.own)
  expect(html).not.toContain('Siti')
})

test('nobody but an administrator finds the registers', async () => {
  const nomor = await withoutKey()
  const { url, id } = await recorded(nomor)
  for (const role of ['verifier', 'leader', 'auditor'] as const) {
    const other = await staff(role)
    for (const path of [LIST, url, BREACHES]) expect((await look(other, path)).status).toBe(404)
    for (const path of [LIST, url, BREACHES, `/petugas/laporan/${nomor}/penghapusan`])
      expect((await post(other, path, { permintaan: id, yakin: 'ya' })).status).toBe(404)
  }
})

test('a full register is paged, and costs no more', async () => {
  const { db } = await world()
  const { complaint } = await standing(await withoutKey())
  const came = { complaintId: complaint.id, kind: 'see', channel: 'phone', checked: 'KTP' } as const
  for (let i = 0; i < 70; i++) {
    const requestedAt = 1_000_000 * i
    const id = await recordRequest(db, { ...came, requestedAt, recordedBy: admin.id })
    const answer = { answeredAt: 9, answeredBy: admin.id, outcome: 'done', answer: 'x' } as const
    if (i < 30) await answerRequest(db, id, answer)
  }
  for (let i = 0; i < 20; i++)
    await recordRequest(db, { ...came, requestedAt: i, recordedBy: admin.id })
  const { rows, trips, html } = await measure(admin, LIST)
  expect(rows).toBeLessThan(200)
  expect(trips).toBeLessThanOrEqual(3)
  expect(html).toContain(registers.more)
  let next: string | undefined = LIST
  const seen: string[] = []
  while (next) {
    const page: string = (await look(admin, next)).html
    const answered = page.slice(page.indexOf(say.answered))
    seen.push(...Array.from(answered.matchAll(/permintaan-data\/(\d+)"/g), ([, id = '']) => id))
    next = /href="([^"]+sebelum=[^"]+)"/.exec(answered)?.[1]
  }
  expect(seen.length).toBeGreaterThanOrEqual(30)
  expect(new Set(seen).size).toBe(seen.length)
})

const breach = (over: Record<string, string> = {}) => ({
  ...{ tanggal: '2026-11-20', jam: '08.00', kejadian: 'Berkas laporan terkirim ke alamat lain.' },
  ...{ terdampak: 'sekitar 3 pelapor', tindakan: 'Berkas diminta dihapus.', ...over },
})

test('a breach is written down with its 72 hours, and marked once those concerned were told', async () => {
  const say = registers.breaches
  const { location } = await post(admin, BREACHES, breach())
  const url = location.replace(/\?.*/, '')
  expect((await post(admin, BREACHES, breach())).location).toBe(location)
  const open = (await look(admin, BREACHES)).html
  expect(open.indexOf(`${url}"`)).toBeLessThan(open.indexOf(`<h2>${say.noticed}`))
  const due = Date.parse('2026-11-23T01:00:00Z')
  expect((await look(admin, url)).html).toContain(t.moment(due))
  const told = { tanggal: '2026-11-22', jam: '10.00', tindakan: 'Semua sudah disurati.' }
  const early = await post(admin, url, { ...told, tanggal: '2026-11-19' })
  expect(early.status).toBe(422)
  expect(early.html).toContain('Semua sudah disurati.</textarea>')
  for (let twice = 0; twice < 2; twice++) expect((await post(admin, url, told)).status).toBe(303)
  const { html } = await look(admin, url)
  for (const shown of ['tepat waktu', 'Semua sudah disurati.', 'Uji admin'])
    expect(html).toContain(shown)
  const list = (await look(admin, BREACHES)).html
  expect(list.indexOf(`${url}"`)).toBeGreaterThan(list.indexOf(`<h2>${say.noticed}`))
})

test.each([
  [{ kejadian: '' }, 'kejadian', registers.missing],
  [{ kejadian: 'a'.repeat(2001) }, 'kejadian', registers.tooLong(2000)],
  [{ terdampak: '' }, 'terdampak', registers.missing],
  [{ tindakan: '' }, 'tindakan', registers.missing],
  [{ jam: 'pagi' }, 'jam', registers.timeWrong],
])('a breach with %o is not taken, and keeps what was typed', async (wrong, field, why) => {
  const { status, html } = await post(admin, BREACHES, breach(wrong))
  expect(status).toBe(422)
  expect(html).toContain(`<a href="#${field}">${why}</a>`)
  if (field !== 'tindakan') expect(html).toContain('Berkas diminta dihapus.</textarea>')
})
