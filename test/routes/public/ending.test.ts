import { beforeEach, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { fileReport, type Receipt, read, tokenIn } from '../../support/citizen.ts'
import { DISHUB, INSPEKTORAT, routing } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const verifier = someone('verifier')
const words = 'Kata-kata yang cukup panjang untuk setiap isian.'
const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }
let report: Receipt

const found = async () => {
  const s = await world(verifier, Date.now())
  const one = await caseByReference(s.db, report.number)
  if (!one) throw new Error('gone')
  return { s, one }
}
const give = async (command: Given, actor: Actor = verifier) => {
  const { s, one } = await found()
  const done = await runCommand({ ...s, actor }, one, command)
  if (!done.ok) throw new Error(JSON.stringify(done))
  await s.db.run('update message set visible_from = 1')
  await s.db.run('update complaint set undo = null')
}
const page = () => read(report.url, report.cookie)
const withdraw = async (kiriman: string, alasan = '') => {
  const answer = await post(
    `${report.url}/pencabutan`,
    { kiriman, alasan },
    { Cookie: report.cookie },
  )
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    html: await answer.text(),
  }
}

beforeEach(async () => {
  report = await fileReport()
})

it.each<[string, Given]>([
  ['archived', { name: 'archive', text: words }],
  ['referred', { name: 'refer', text: words }],
])('shows where to turn next when a report was %s, as the letter says', async (_, command) => {
  expect(await page()).not.toContain('Tidak puas?')
  await give(command)
  expect(await page()).toContain('Tidak puas? Lihat ke mana Anda bisa mengadu.')
})

it('shows where to turn next when a report was withdrawn, and says that it was', async () => {
  const done = await withdraw(tokenIn(await page(), `${report.url}/pencabutan`))
  expect(done.to).toBe(`${report.url}?kabar=withdraw`)
  const html = await read(done.to, report.cookie)
  expect(html).toContain('Laporan Anda sudah dicabut.')
  expect(html).toContain('Tidak puas?')
})

it('says of a supervisory case that Inspektorat may go on, and records the wish once', async () => {
  const supervisory = { supervisory: true, leadAgencyId: INSPEKTORAT, release: withheld }
  await give(routing(supervisory))
  const before = await page()
  expect(before).toContain('Pencabutan kami catat. Inspektorat boleh melanjutkan pemeriksaan.')
  expect(before).not.toContain('tidak bisa dilanjutkan')
  const kiriman = tokenIn(before, `${report.url}/pencabutan`)
  const done = await withdraw(kiriman, words)
  expect(done.to).toBe(`${report.url}?kabar=withdrawal_noted`)
  const after = await read(done.to, report.cookie)
  expect(after).toContain('Pencabutan tercatat. Inspektorat boleh melanjutkan pemeriksaan.')
  expect(after).toContain('Anda meminta pencabutan')
  expect(after).not.toContain('sudah dicabut')
  expect(after).not.toContain(`${report.url}/pencabutan`)
  expect((await withdraw(kiriman, words)).to).toBe(done.to)
  const again = await withdraw('')
  expect([again.status, again.html.includes('Tidak ada yang berubah')]).toEqual([422, true])
  expect((await found()).one.complaint).toMatchObject({ state: 'routed', version: 3 })
})

it('names the cause of a clock that stands still, on every page and in plain text', async () => {
  const open = () => read(`/laporan/${report.number}`)
  const ask: Given = { name: 'ask', text: words }
  await give(ask)
  expect(await open()).toContain(', menunggu jawaban pelapor')
  await give({ name: 'answer', text: words }, { kind: 'reporter' })
  await give(routing())
  await give(ask, someone('officer', DISHUB))
  expect(await page()).toContain(', menunggu jawaban Anda')
  expect(await open()).toContain(', menunggu jawaban pelapor')
  const headers = { Cookie: report.cookie, Accept: 'text/plain' }
  const plain = await (await request(report.url, { headers })).text()
  expect(plain).toContain(', menunggu jawaban Anda')
})
