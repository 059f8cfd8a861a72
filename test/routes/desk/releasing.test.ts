import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { dossierByReference } from '../../../src/db/dossier.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { DISHUB, INSPEKTORAT } from '../../support/commands.ts'
import { fetchFile, look, send, staff, standing } from '../../support/desk.ts'
import { fresh, routed, routing } from '../../support/desk-cases.ts'
import { request } from '../../support/request.ts'
import { world } from '../../support/world.ts'

const { rilis: _, ...undecided } = routing

it('asks the verifier whether the public sees it, and answers for nobody', async () => {
  const nomor = await fresh()
  const verifier = await staff('verifier')
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('name="rilis" value="ya"')
  expect(html).not.toMatch(/name="rilis"[^>]* checked/)
  const unanswered = await send(verifier, nomor, '/penerusan', undecided)
  expect(unanswered.status).toBe(422)
  expect(unanswered.html).toContain('href="#route-rilis"')
  expect(unanswered.html).toMatch(/<fieldset id="route-rilis"[^>]*aria-describedby="route-rilis-e"/)
  expect(unanswered.html).toContain('<span class="msg" id="route-rilis-e">Pilih dulu')
  expect((await standing(nomor)).complaint.state).toBe('received')
})

it('asks nothing about the public where the same form keeps the report secret', async () => {
  const verifier = await staff('verifier')
  const [supervisory, sensitive] = [await fresh(), await fresh()]
  const inspected = { ...undecided, pengawasan: '1', opd: String(INSPEKTORAT) }
  expect((await send(verifier, supervisory, '/penerusan', inspected)).status).toBe(303)
  const health = { ...undecided, sensitif: 'health' }
  expect((await send(verifier, sensitive, '/penerusan', health)).status).toBe(303)
  expect((await standing(sensitive)).complaint.release.status).toBe('none')
})

it('says an error in words only where its field is not on the page', async () => {
  const nomor = await fresh({ confidential: true })
  const verifier = await staff('verifier')
  const answer = await send(verifier, nomor, '/penerusan', routing)
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('<li>Laporan ini tidak boleh tampil untuk umum.')
  expect(answer.html).not.toContain('#route-rilis')
})

it('says beside the list of supporting agencies how to choose several', async () => {
  const nomor = await fresh()
  const { html } = await look(await staff('verifier'), `/petugas/laporan/${nomor}`)
  expect(html).toContain('Tahan Ctrl untuk memilih beberapa')
})

it('says at the reason for opening an identity that it stays', async () => {
  const nomor = await fresh()
  const { html } = await look(await staff('verifier'), `/petugas/laporan/${nomor}`)
  expect(html).toContain('<span class="hint" id="reveal-alasan-h">Tercatat, tidak bisa diurungkan')
})

const SCREENED = 'Lampu jalan di depan sekolah padam terus.'

/** An anonymous report with two photos of the reporter. */
const withPhotos = async () => {
  const nomor = await fresh({ anonymous: true })
  const verifier = await staff('verifier')
  for (const bytes of [pictures.baselineJpeg, pictures.progressiveJpeg])
    await send(verifier, nomor, '/berkas', { berkas: new File([bytes], 'x.jpg') })
  const { complaint } = await standing(nomor)
  await env.DB.prepare("update attachment set source = 'reporter' where complaint_id = ?")
    .bind(complaint.id)
    .run()
  const load = async () => (await dossierByReference((await world()).db, nomor))?.attachments ?? []
  const ids = (await load()).map(({ id }) => id)
  return { nomor, verifier, load, ids }
}

it('shows the agency an anonymous photo that the public does not see', async () => {
  const { nomor, verifier, load, ids } = await withPhotos()
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('Foto yang boleh dilihat OPD')
  expect(html).not.toMatch(/name="foto(_opd)?"[^>]* checked/)
  const foto_opd = ids[0] ?? ''
  const sent = await send(verifier, nomor, '/penerusan', {
    ...routing,
    teks_saring: SCREENED,
    foto_opd,
  })
  expect(sent.status).toBe(303)
  const shown = (await load()).map((a) => [a.forAgency, a.isPublic])
  expect(shown).toEqual([
    [true, false],
    [false, false],
  ])
  const liaison = await staff('liaison', DISHUB)
  const seen = (id = '') => fetchFile(liaison, `/petugas/laporan/${nomor}/berkas/${id}`)
  expect((await seen(ids[0])).status).toBe(200)
  expect((await seen(ids[1])).status).toBe(404)
  await env.DB.prepare('update complaint set public_from = 1').run()
  expect((await request(`/laporan/${nomor}/foto/${ids[0]}`)).status).toBe(404)
})

it('keeps every photo from the agency when a routing that showed one is undone', async () => {
  const { nomor, verifier, load, ids } = await withPhotos()
  const foto_opd = ids[1] ?? ''
  await send(verifier, nomor, '/penerusan', { ...routing, teks_saring: SCREENED, foto_opd })
  expect((await load()).map((a) => a.forAgency)).toEqual([false, true])
  await send(verifier, nomor, '/urungkan')
  expect((await load()).map((a) => a.forAgency)).toEqual([false, false])
})

it("keeps an anonymous reporter's landmark from the agency though the point is released", async () => {
  const nomor = await fresh({ anonymous: true })
  const verifier = await staff('verifier')
  await env.DB.prepare(
    "update complaint set lat = 1.68, lng = 101.44, landmark = 'sebelah rumah Bu Ijah' where reference = ?",
  )
    .bind(nomor)
    .run()
  const fields = { ...routing, teks_saring: SCREENED, titik: '1' }
  expect((await send(verifier, nomor, '/penerusan', fields)).status).toBe(303)
  const path = `/petugas/laporan/${nomor}`
  const agency = (await look(await staff('liaison', DISHUB), path)).html
  expect(agency).toContain('1.68, 101.44')
  expect(agency).not.toContain('Bu Ijah')
  expect((await look(verifier, path)).html).toContain('sebelah rumah Bu Ijah, 1.68, 101.44')
})

it('says on the form that a release cannot be undone', async () => {
  const nomor = await routed({}, { rilis: 'tidak' })
  const { html } = await look(await staff('verifier'), `/petugas/laporan/${nomor}`)
  expect(html).toContain('Tidak bisa diurungkan, hanya bisa ditarik.')
})

it('gives the verifier the whole decision back when a routing is undone', async () => {
  const { nomor, verifier, ids } = await withPhotos()
  const written = {
    ...{ kategori: '3', opd: String(DISHUB), prioritas: 'urgent', pendukung: ['3', '2'] },
    ...{ tentang: '4', judul_rilis: 'Judul tulisan verifikator' },
    ...{ teks_rilis: 'Salinan untuk umum, ditulis tangan.', teks_saring: 'Salinan untuk dinas.' },
    foto_opd: ids[0] ?? '',
  }
  await send(verifier, nomor, '/penerusan', { ...routing, ...written })
  const { status, html } = await send(verifier, nomor, '/urungkan')
  expect(status).toBe(200)
  expect(html).toContain('Langkah diurungkan. Tulisan Anda ada di formulirnya.')
  expect(html).toContain(`value="${written.judul_rilis}"`)
  expect(html).toContain(`${written.teks_rilis}</textarea>`)
  expect(html).toContain(`${written.teks_saring}</textarea>`)
  expect(html).toMatch(/name="rilis" value="ya" checked/)
  expect(html).toMatch(new RegExp(`name="foto_opd" value="${ids[0]}" checked`))
  expect(html).not.toMatch(/name="foto" value="[^"]*" checked/)
  const chosen = [...html.matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value)
  for (const value of ['3', String(DISHUB), 'urgent', '2', '4']) expect(chosen).toContain(value)
  expect((await standing(nomor)).row.releasedTitle).toBeNull()
})

it('shows the clock of completeness, and says in words that a clock stands still', async () => {
  const nomor = await fresh()
  const verifier = await staff('verifier')
  const before = (await look(verifier, `/petugas/laporan/${nomor}`)).html
  expect(before).toMatch(/<dt>Kelengkapan<\/dt><dd>[^<]+ <small>14 hari kalender sejak/)
  await send(verifier, nomor, '/pertanyaan', { pertanyaan: 'Di sebelah mana lampunya?' })
  const { html } = await look(verifier, `/petugas/laporan/${nomor}`)
  expect(html).toContain('|| jam berhenti')
  expect(html).not.toContain('⏸')
})

it('promises no words back where the undone step had none', async () => {
  const nomor = await routed()
  const officer = await staff('officer', DISHUB)
  await send(officer, nomor, '/penanganan')
  const { location } = await send(officer, nomor, '/urungkan')
  const { html } = await look(officer, location)
  expect(html).toContain('Langkah diurungkan.')
  expect(html).not.toContain('Tulisan Anda ada di formulirnya')
})
