import { beforeEach, expect, it } from 'vitest'
import { addDays, dateOf, type IsoDate } from '../../../src/domain/time/time.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { routing } from '../../support/desk-cases.ts'
import { t } from '../../support/words.ts'
import { world } from '../../support/world.ts'

beforeEach(async () => {
  await world()
})

const inDays = (days: number): IsoDate => addDays(dateOf(Date.now(), 7 * 60), days)
/** As an officer types it: 24/12/2026. */
const typed = (day: IsoDate) => day.split('-').map(Number).toReversed().join('/')
const janji = 'Lampu diganti setelah suku cadang tiba.'
const alasan = 'Suku cadang terlambat datang dari pabrik.'

const inHand = async () => {
  const report = await fileReport()
  const officer = await staff('officer', DISHUB)
  await send(await staff('verifier'), report.number, '/penerusan', routing)
  await send(officer, report.number, '/penanganan')
  return { ...report, officer }
}

const later = async () => {
  const { db } = await world()
  await db.run('update message set visible_from = 1')
  await db.run('update complaint set undo = null, public_from = 1')
}

it('shows a date that the agency gave to reporter, public and desk, beside the legal date', async () => {
  const { number, url, cookie, officer } = await inHand()
  const day = inDays(20)
  const sent = await send(officer, number, '/janji', { tanggal: typed(day), janji })
  expect([sent.status, sent.html]).toEqual([303, ''])
  expect(await read(url, cookie)).not.toContain('OPD berjanji')
  await later()
  const line = t.due.promise.runs(t.longDate(day))
  const own = await read(url, cookie)
  expect(own).toContain(line)
  expect(own).toContain(janji)
  expect(own).toContain('Tenggat')
  const open = await read(`/laporan/${number}`)
  expect(open).toContain(line)
  expect(open).toContain('menjanjikan tanggal')
  expect(open).not.toContain(janji)
  const { html } = await look(officer, `/petugas/laporan/${number}`)
  expect(html).toContain(line)
  expect(html).toContain(t.caseWords.clockNames.promise)
  expect(html).toContain(janji)
})

it('asks why a date is moved, keeps what was typed, and shows the reason to the reporter', async () => {
  const { number, url, cookie, officer } = await inHand()
  await send(officer, number, '/janji', { tanggal: typed(inDays(20)), janji })
  const tanggal = typed(inDays(30))
  const refused = await send(officer, number, '/janji', { tanggal, janji })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain(t.fieldRefusals['alasan:text_too_short'])
  expect(refused.html).toContain(`value="${tanggal}"`)
  expect(refused.html).toContain(t.deskForms.promiseDate.standing(t.mediumDate(inDays(20))))
  const moved = await send(officer, number, '/janji', { tanggal, janji, alasan })
  expect([moved.status, moved.html]).toEqual([303, ''])
  await later()
  const own = await read(url, cookie)
  expect(own).toContain(alasan)
  expect(own).toContain(t.due.promise.runs(t.longDate(inDays(30))))
  expect(own).not.toContain(t.due.promise.runs(t.longDate(inDays(20))))
})

it.each([
  ['kemarin', typed(inDays(-1))],
  ['tidak terbaca', 'minggu depan'],
])('refuses a date that is no coming day: %s', async (_name, tanggal) => {
  const { number, officer } = await inHand()
  const refused = await send(officer, number, '/janji', { tanggal, janji })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain(`value="${tanggal}"`)
  expect(refused.html).toContain(janji)
  expect((await standing(number)).complaint.clocks.map(({ kind }) => kind)).not.toContain('promise')
})
