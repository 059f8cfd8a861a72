import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { outbox } from '../../../src/db/schema/filing.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { pictures } from '../../fixtures/pictures.ts'
import { fileReport, type Receipt, read, tokenIn } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { look, staff } from '../../support/desk.ts'
import { ORIGIN, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const verifier = someone('verifier')
const officer = someone('officer', DISHUB)
const question: Given = { name: 'ask', text: 'Boleh kirim foto lampunya?' }
let report: Receipt

const give = async (actor: Actor, command: Given) => {
  const s = await world(actor, Date.now())
  const found = await caseByReference(s.db, report.number)
  if (!found) throw new Error('gone')
  const done = await runCommand(s, found, command)
  if (!done.ok) throw new Error(JSON.stringify(done))
  // the seconds of undo are over
  await s.db.run('update message set visible_from = 1')
  await s.db.run('update complaint set undo = null')
}

const bytes = [pictures.baselineJpeg, pictures.progressiveJpeg, pictures.profilePng]
const photos = (n: number) =>
  bytes.slice(0, n).map((b, i) => new File([b], `${i}.${i === 2 ? 'png' : 'jpg'}`))

const send = async (path: string, files: File[], fields: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('berkas', file)
  const answer = await request(`${report.url}${path}`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: report.cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

const stateNow = async () =>
  (await caseByReference((await world()).db, report.number))?.complaint.state
const letters = async () =>
  (await (await world()).db.select().from(outbox))
    .map(({ template, recipient }) => `${template} ${recipient}`)
    .filter((letter) => /answered|file_added/.test(letter))

beforeEach(async () => {
  report = await fileReport()
  await env.DB.prepare('delete from outbox').run()
  await give(verifier, routing())
})

it('takes three photos for the answer, goes on where it was, and tells the agency once', async () => {
  await give(officer, question)
  expect(await stateNow()).toBe('awaiting_info')
  const sent = await send('/jawaban', photos(3), { jawaban: '' })
  expect([sent.status, sent.to]).toEqual([303, `${report.url}?kabar=answer`])
  expect(await stateNow()).toBe('routed')
  expect(await letters()).toEqual(['answered agency'])
  const page = await read(report.url, report.cookie)
  expect(page).toContain('Foto 3')
  expect(page).toContain('Anda menjawab dengan berkas')
  expect(page).not.toContain('Kami butuh keterangan Anda')
})

it('takes photos sent from the receipt for the answer, too', async () => {
  await give(officer, question)
  const sent = await send('/berkas', photos(1))
  expect([sent.status, sent.to]).toEqual([303, `${report.url}?kabar=answer`])
  expect(await stateNow()).toBe('routed')
})

it('keeps the words that come with the photos, also where a photo is refused', async () => {
  await give(officer, question)
  const bad = new File(['bukan foto'], 'a.jpg')
  const sent = await send('/jawaban', [...photos(1), bad], { jawaban: 'Yang di sebelah kiri.' })
  expect(sent.status).toBe(422)
  expect(sent.html).toContain('Jawaban Anda kami terima')
  expect(sent.html).toContain('Yang di sebelah kiri.')
  expect(sent.html).toContain('href="#berkas"')
  expect(sent.html).toContain('id="berkas"')
  expect(await stateNow()).toBe('routed')
  expect(await letters()).toEqual(['answered agency'])
})

it('leaves the question standing where neither words nor a good file came', async () => {
  await give(officer, question)
  expect((await send('/jawaban', [], { jawaban: ' ' })).html).toContain('Jawaban masih kosong')
  const sent = await send('/jawaban', [new File(['bukan foto'], 'a.jpg')], { jawaban: '' })
  expect(sent.status).toBe(422)
  expect(sent.html.match(/id="berkas"/g)).toHaveLength(1)
  expect(await stateNow()).toBe('awaiting_info')
  expect(await letters()).toEqual([])
})

it('takes a file from a page older than the question for no answer', async () => {
  const kiriman = tokenIn(await read(report.url, report.cookie), `${report.url}/keterangan`)
  expect(kiriman).not.toBe('')
  await give(officer, question)
  const sent = await send('/keterangan', photos(1), { kiriman, keterangan: '' })
  expect([sent.status, sent.to]).toEqual([303, `${report.url}?kabar=attach`])
  expect(await stateNow()).toBe('awaiting_info')
  expect(await read(report.url, report.cookie)).toContain('Boleh kirim foto lampunya?')
})

it('tells the agency of later files once a day, and nobody before a verifier has read the report', async () => {
  for (const file of photos(3)) expect((await send('/berkas', [file])).status).toBe(303)
  expect(await letters()).toEqual(['file_added agency'])
  await env.DB.prepare('delete from outbox').run()
  report = await fileReport()
  await send('/berkas', photos(2))
  expect(await letters()).toEqual([])
})

it('keeps the photo of an anonymous reporter from the agency, which only hears that its clock runs', async () => {
  report = await fileReport({ anonim: 'ya' })
  await env.DB.prepare('delete from outbox').run()
  await give(verifier, { ...routing(), screenedText: 'Tiga lampu jalan padam.' })
  await give(officer, question)
  expect((await send('/jawaban', photos(2), { jawaban: '' })).status).toBe(303)
  expect(await stateNow()).toBe('routed')
  expect((await letters()).sort()).toEqual(['answered agency', 'answered verifier'])
  const { html } = await look(await staff('officer', DISHUB), `/petugas/laporan/${report.number}`)
  expect(html).toContain('Pelapor menjawab dengan berkas')
  expect(html).toContain('2 berkas tidak ditampilkan')
  expect(html).not.toContain('Foto 1')
})

const closing: Given = {
  ...{ name: 'propose_closure', text: 'Ketiga lampu sudah menyala kembali.' },
  ...{ reason: 'Lampu sudah diganti', evidenceFiles: 1, visit: null },
}

it('takes a photo with what is not settled yet, and says what became of it', async () => {
  await give(officer, { name: 'take_up' })
  await give(officer, closing)
  const page = await read(report.url, report.cookie)
  const form = page.split('<form').find((part) => part.includes('/keberatan"')) ?? ''
  expect(form).toContain('multipart/form-data')
  expect(form).toContain('name="berkas"')
  const kiriman = tokenIn(page, `${report.url}/keberatan`)
  const alasan = 'Lampu yang paling ujung masih padam.'
  const sent = await send('/keberatan', photos(1), { alasan, kiriman })
  expect([sent.status, sent.to]).toEqual([303, `${report.url}?kabar=dispute`])
  expect(await stateNow()).toBe('in_progress')
  const after = await read(report.url, report.cookie)
  expect(after).toContain(alasan)
  expect(after).toContain('Foto 1')
})

it('keeps what is not settled yet where its photo is refused', async () => {
  await give(officer, { name: 'take_up' })
  await give(officer, closing)
  const kiriman = tokenIn(await read(report.url, report.cookie), `${report.url}/keberatan`)
  const bad = new File(['bukan foto'], 'a.jpg')
  const sent = await send('/keberatan', [bad], { alasan: 'Masih padam satu.', kiriman })
  expect(sent.status).toBe(422)
  expect(sent.html).toContain('Keberatan Anda kami terima')
  expect(sent.html).toContain('Masih padam satu.')
  expect(await stateNow()).toBe('in_progress')
})
