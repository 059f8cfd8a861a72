import { beforeEach, expect, it } from 'vitest'
import { because } from '../../../src/words/id/because.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { routing } from '../../support/desk-cases.ts'
import { t } from '../../support/words.ts'
import { world } from '../../support/world.ts'

beforeEach(async () => {
  await world()
})

const asked = 'Mengapa lampu ini belum diganti?'
const answer = 'Suku cadang baru tiba hari Senin.'

const owed = async () => {
  const report = await fileReport()
  await send(await staff('verifier'), report.number, '/penerusan', routing)
  const sent = await send(await staff('leader'), report.number, '/permintaan-penjelasan', {
    pesan: asked,
  })
  expect([sent.status, sent.html]).toEqual([303, ''])
  return report
}

it('waits in the queue of that head alone until it is given, and stays within the house', async () => {
  const { number, url, cookie } = await owed()
  const queue = '/petugas/antrean/penjelasan'
  const [head, other] = [await staff('head', DISHUB), await staff('head', PUPR)]
  expect((await look(head, queue)).html).toContain(number)
  expect((await look(other, queue)).html).not.toContain(number)
  const { html } = await look(head, `/petugas/laporan/${number}`)
  expect(html).toContain(asked)
  expect(html).toContain(t.caseWords.clockNames.explain)
  expect(html).toContain(t.deskForms.explain.title)
  expect(
    (await look(await staff('liaison', DISHUB), `/petugas/laporan/${number}`)).html,
  ).not.toContain(t.deskForms.explain.title)
  expect((await send(head, number, '/penjelasan', { penjelasan: answer })).status).toBe(303)
  expect((await look(head, queue)).html).not.toContain(number)
  const told = await look(await staff('leader'), `/petugas/laporan/${number}`)
  expect(told.html).toContain(answer)
  const { db } = await world()
  await db.run('update message set visible_from = 1')
  await db.run('update complaint set undo = null, public_from = 1')
  for (const page of [url, `${url}/data`, `/laporan/${number}`, `/laporan/${number}.json`]) {
    const seen = await read(page, cookie)
    for (const words of [asked, answer, 'penjelasan kepala', t.caseWords.clockNames.explain])
      expect(seen, page).not.toContain(words)
  }
})

it('is what the head is asked first, with the question beside it and no form for the public open', async () => {
  const { number } = await owed()
  const head = await staff('head', DISHUB)
  await send(await staff('liaison', DISHUB), number, '/penanganan', {})
  const { html } = await look(head, `/petugas/laporan/${number}`)
  expect(html.match(/<details open[^>]*>/g)).toEqual(['<details open="" id="langkah-explain">'])
  expect(html).toContain('id="langkah-reply"')
  const form = html.slice(html.indexOf('id="langkah-explain"'), html.indexOf('id="langkah-reply"'))
  expect(form).toContain(asked)
})

it('keeps the case with its agency until it is given, and says so', async () => {
  const { number } = await owed()
  const liaison = await staff('liaison', DISHUB)
  const { html } = await look(liaison, `/petugas/laporan/${number}`)
  expect(html).toContain(because.explanation_owed)
  const back = { opd: String(PUPR), alasan: 'Ini jalan kota, bukan lampu kami.' }
  expect((await send(liaison, number, '/pengembalian', back)).status).toBe(422)
  await send(await staff('head', DISHUB), number, '/penjelasan', { penjelasan: answer })
  const sent = await send(liaison, number, '/pengembalian', back)
  expect([sent.status, (await standing(number)).complaint.state]).toEqual([303, 'received'])
})
