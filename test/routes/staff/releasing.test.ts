import { expect, it, vi } from 'vitest'
import { INSPEKTORAT } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, routing } from '../../support/desk-cases.ts'

vi.setConfig({ testTimeout: 30_000 })

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
