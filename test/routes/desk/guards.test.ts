import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { publishCity } from '../../../src/db/publish-city.ts'
import { agency } from '../../../src/db/schema/city.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { fetchFile, look, send, staff, standing } from '../../support/desk.ts'
import { asReporter, fresh, handled, routed, routing } from '../../support/desk-cases.ts'
import { world } from '../../support/world.ts'

const SECRET = 'Saya guru di sekolah itu, hubungi 0812-3456-7890, lampunya padam terus.'
const SCREENED = 'Lampu jalan di depan sekolah padam terus.'
const anonymous = { anonymous: true }

it('answers an unreadable case like an unknown number', async () => {
  const nomor = await routed()
  const stranger = await staff('liaison', PUPR)
  const unread = await look(stranger, `/petugas/laporan/${nomor}`)
  const unknown = await look(stranger, '/petugas/laporan/DMI-0000-0000')
  expect([unread.status, unread.html]).toEqual([unknown.status, unknown.html])
  expect(unread.status).toBe(404)
  expect((await send(stranger, nomor, '/catatan', { catatan: 'Halo semua' })).status).toBe(404)
})

it('keeps what was typed when somebody was faster, and says who and when', async () => {
  const nomor = await handled()
  const [officer, liaison] = [await staff('officer', DISHUB), await staff('liaison', DISHUB)]
  const { version } = (await standing(nomor)).complaint
  await send(liaison, nomor, '/catatan', { catatan: 'Saya duluan.' })
  const late = await send(officer, nomor, '/tanggapan', {
    tanggapan: 'Kata-kata yang tidak boleh hilang.',
    versi: String(version),
  })
  expect(late.status).toBe(409)
  expect(late.html).toMatch(/baru saja diubah oleh Uji liaison \d+ \(\d\d\.\d\d WIB\)/)
  expect(late.html).toContain('Kata-kata yang tidak boleh hilang.</textarea>')
})

it('refuses with a summary, a linked field and the words kept', async () => {
  const nomor = await handled()
  const officer = await staff('officer', DISHUB)
  const answer = await send(officer, nomor, '/penutupan', {
    tanggapan: 'Semua lampu sudah kami ganti pagi ini.',
    alasan: 'Lampu sudah menyala',
  })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('<title>Galat: ')
  expect(answer.html).toContain('href="#propose_closure-berkas"')
  expect(answer.html).toContain('id="propose_closure-berkas"')
  expect(answer.html).toContain('Tambahkan berkas atau catatan kunjungan')
  expect(answer.html).toContain('Semua lampu sudah kami ganti pagi ini.</textarea>')
})

it('gives the agency only the screened copy of an anonymous report', async () => {
  const nomor = await fresh(anonymous, SECRET)
  const verifier = await staff('verifier')
  const liaison = await staff('liaison', DISHUB)
  const mine = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(mine.html).toContain('<mark>0812-3456-7890</mark>')
  expect(mine.html).toContain('[nomor telepon disamarkan]')
  const bare = await send(verifier, nomor, '/penerusan', routing)
  expect(bare.status).toBe(422)
  expect(bare.html).toContain('Salinan untuk OPD belum diisi')
  await send(verifier, nomor, '/penerusan', { ...routing, teks_saring: SCREENED })
  const { html } = await look(liaison, `/petugas/laporan/${nomor}`)
  expect(html).toContain(SCREENED)
  expect(html).toContain('Anonim bagi OPD')
  const shown = html.split('<main')[1]
  for (const secret of ['Saya guru', '0812', 'depan SDN 002,', 'Siti'])
    expect(shown).not.toContain(secret)
  expect((await look(liaison, '/petugas/antrean/opd')).html).not.toContain('Saya guru')
})

it('passes later messages of an anonymous reporter through the screen', async () => {
  const nomor = await handled(anonymous, { teks_saring: SCREENED }, SECRET)
  const [verifier, officer] = [await staff('verifier'), await staff('officer', DISHUB)]
  await send(officer, nomor, '/pertanyaan', { pertanyaan: 'Tiang nomor berapa yang padam?' })
  await asReporter(nomor, 'Tiang 417, rumah saya di depannya.')
  const before = await look(officer, `/petugas/laporan/${nomor}`)
  expect(before.html).toContain('menunggu disaring')
  expect(before.html).not.toContain('rumah saya')
  expect((await look(verifier, '/petugas/antrean/penyaringan')).html).toContain(nomor)
  const waiting = await look(verifier, `/petugas/laporan/${nomor}`)
  const pesan = /name="pesan" value="(\d+)"/.exec(waiting.html)?.[1] ?? ''
  const done = await send(verifier, nomor, '/penyaringan', { pesan, teks: 'Tiang 417.' })
  expect([done.status, done.html]).toEqual([303, ''])
  const after = await look(officer, `/petugas/laporan/${nomor}`)
  expect(after.html).toContain('Tiang 417.')
  expect(after.html).not.toContain('rumah saya')
})

it('serves a file only with its own complaint and to who may see it', async () => {
  const nomor = await fresh(anonymous, SECRET)
  const other = await fresh()
  const verifier = await staff('verifier')
  const photo = new File([pictures.baselineJpeg], 'x.jpg', { type: 'image/jpeg' })
  expect((await send(verifier, nomor, '/berkas', { berkas: photo })).status).toBe(303)
  await env.DB.prepare("update attachment set source = 'reporter'").run()
  const id = await env.DB.prepare('select id from attachment').first<string>('id')
  const path = (number: string) => `/petugas/laporan/${number}/berkas/${id}`
  expect((await fetchFile(verifier, path(nomor))).status).toBe(200)
  expect((await fetchFile(verifier, path(other))).status).toBe(404)
  await send(verifier, nomor, '/penerusan', { ...routing, rilis: 'tidak', teks_saring: SCREENED })
  const liaison = await staff('liaison', DISHUB)
  expect((await fetchFile(liaison, path(nomor))).status).toBe(404)
  expect((await look(liaison, `/petugas/laporan/${nomor}`)).html).toContain(
    '1 berkas tidak ditampilkan',
  )
})

it('opens an identity once, with a reason on record, and never for the agency complained about', async () => {
  const nomor = await routed({ proposedAgencyId: DISHUB })
  const [verifier, liaison] = [await staff('verifier'), await staff('liaison', DISHUB)]
  const reason = { alasan: 'Pelapor perlu dijemput dari lokasi.' }
  const refused = await send(liaison, nomor, '/identitas', reason)
  expect(refused.status).toBe(422)
  expect(refused.html).not.toContain('Siti Rahmah')
  expect((await send(verifier, nomor, '/identitas', { alasan: 'x' })).status).toBe(422)
  const opened = await send(verifier, nomor, '/identitas', reason)
  expect(opened.status).toBe(200)
  expect(opened.cacheControl).toBe('no-store')
  expect(opened.html).toContain('Siti Rahmah')
  expect((await look(verifier, `/petugas/laporan/${nomor}`)).html).not.toContain('Siti Rahmah')
  const logged = await env.DB.prepare('select staff_id from reveal').all()
  expect(logged.results).toEqual([{ staff_id: verifier.id }])
})

it('takes a command back within ten seconds, its words in the form again', async () => {
  const nomor = await handled()
  const officer = await staff('officer', DISHUB)
  const said = await send(officer, nomor, '/tanggapan', { tanggapan: 'Kami periksa besok pagi.' })
  expect((await look(officer, said.location)).html).toContain('Bisa diurungkan dalam 10 detik')
  const stranger = await staff('liaison', DISHUB)
  expect((await send(stranger, nomor, '/urungkan')).status).toBe(422)
  const undone = await send(officer, nomor, '/urungkan')
  expect(undone.status).toBe(303)
  const { html } = await look(officer, undone.location)
  expect(html).toContain('Kami periksa besok pagi.</textarea>')
  expect(html).not.toContain('<p class="words">Kami periksa besok pagi.</p>')
})

it('takes back a routing though the case is in other hands, with the copies that came of it', async () => {
  const nomor = await fresh(anonymous, SECRET)
  const verifier = await staff('verifier')
  const fields = { ...routing, pengawasan: '1', opd: '2', rilis: 'tidak', teks_saring: SCREENED }
  const sent = await send(verifier, nomor, '/penerusan', fields)
  expect(sent.location).toContain(`nomor=${nomor}`)
  expect((await look(verifier, `/petugas/laporan/${nomor}`)).status).toBe(404)
  expect((await send(verifier, nomor, '/urungkan')).status).toBe(200)
  const { complaint, row } = await standing(nomor)
  expect([complaint.state, complaint.supervisory]).toEqual(['received', false])
  expect([row.screenedText, row.releasedTitle]).toEqual([null, null])
})

it('holds replies and closures for the head where the agency approves', async () => {
  const s = await world()
  await s.db.update(agency).set({ approval: true }).where(eq(agency.id, DISHUB))
  await publishCity(s.db)
  const nomor = await handled()
  const [officer, head] = [await staff('officer', DISHUB), await staff('head', DISHUB)]
  await send(officer, nomor, '/tanggapan', { tanggapan: 'Draf tanggapan dari petugas.' })
  expect((await look(officer, `/petugas/laporan/${nomor}`)).html).toContain('menunggu persetujuan')
  expect((await look(head, '/petugas/antrean/persetujuan')).html).toContain(nomor)
  const draft = /name="pesan" value="(\d+)"/
  const pesan = draft.exec((await look(head, `/petugas/laporan/${nomor}`)).html)?.[1] ?? ''
  expect((await send(officer, nomor, '/persetujuan', { pesan })).status).toBe(422)
  expect((await send(head, nomor, '/persetujuan', { pesan })).status).toBe(303)
  const state = `select state from message where seq = ? and complaint_id = ${(await standing(nomor)).complaint.id}`
  expect(await env.DB.prepare(state).bind(Number(pesan)).first('state')).toBe('sent')
  expect((await send(head, nomor, '/urungkan')).status).toBe(303)
  expect(await env.DB.prepare(state).bind(Number(pesan)).first('state')).toBe('draft')
  await s.db.update(agency).set({ approval: false }).where(eq(agency.id, DISHUB))
  await publishCity(s.db)
})
