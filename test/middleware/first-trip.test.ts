import { createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { measured, type Tally } from '../../bench/support/measured-d1.ts'
import { HOUR } from '../../src/domain/time/time.ts'
import { aReport, fileReport } from '../support/citizen.ts'
import { aCase, rows } from '../support/handled.ts'
import { ORIGIN } from '../support/request.ts'
import { aStaff, sessionOf } from '../support/staff.ts'
import { answerOf } from '../support/whole-app.ts'

const tally: Tally = { trips: 0, read: 0, written: 0, each: [] }
const DB = measured(env.DB, tally)

const visit = (path: string, cookie = '') =>
  send(new Request(ORIGIN + path, { headers: { Cookie: cookie } }))

const send = async (asked: Request) => {
  Object.assign(tally, { trips: 0, read: 0, written: 0, each: [] })
  const answer = await answerOf(asked, { ...env, DB }, createExecutionContext())
  await answer.text()
  return { status: answer.status, ...tally }
}

let staff: string
let number: string
let filed: { url: string; cookie: string }

beforeAll(async () => {
  const { id } = await aCase(Date.now() - HOUR, 'in_progress')
  const [report] = await rows<{ reference: string }>(
    'select reference from complaint where id = ?',
    id,
  )
  number = report?.reference ?? ''
  staff = await sessionOf(await aStaff('liaison', 2))
  filed = await fileReport()
  // the city is known to any warm Worker
  await visit('/lapor')
})

test('a report travels with the city: its public page and the reporter’s own', async () => {
  expect(await visit(`/laporan/${number}`)).toMatchObject({ status: 200, trips: 1 })
  expect(await visit(filed.url, filed.cookie)).toMatchObject({ status: 200, trips: 1 })
})

test('at the desk the session and the case travel with the city, and all beside them once more', async () => {
  expect(await visit('/petugas/antrean/opd', staff)).toMatchObject({ status: 200, trips: 2 })
  expect(await visit(`/petugas/laporan/${number}`, staff)).toMatchObject({ status: 200, trips: 2 })
})

test('nothing of a report is read for whoever shows no session of ours', async () => {
  const stranger = 'a statement of the city alone'
  const alone = (await visit('/lapor')).each.length
  for (const cookie of ['', `${filed.cookie}x`, `${staff.slice(0, -9)}AAAAAAA%3D`])
    for (const path of [filed.url, `/petugas/laporan/${number}`])
      expect([stranger, (await visit(path, cookie)).each.length]).toEqual([stranger, alone])
})

test('a session that ended meanwhile opens nothing that came with it', async () => {
  const gone = await sessionOf(await aStaff('verifier'), Date.now() - 13 * HOUR)
  const answer = await visit(`/petugas/laporan/${number}`, gone)
  expect(answer.status).not.toBe(200)
  expect(answer.trips).toBe(1)
})

test('filing reads all that stands before it at once, counted or not, and writes once', async () => {
  const fields = aReport({ isi: 'Saluran air di depan pasar tersumbat sudah seminggu ini.' })
  const from = (address: Record<string, string>, more: Record<string, string> = {}) =>
    send(
      new Request(`${ORIGIN}/lapor`, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, ...more }),
        headers: { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN, ...address },
      }),
    )
  const there = { 'CF-Connecting-IP': '203.0.113.77' }
  expect(await from(there)).toMatchObject({ status: 200, trips: 3 })
  const [counted] = await rows<{ n: number }>('select sum(count) as n from counter')
  expect(counted?.n).toBe(2)
  // sent again it costs nothing
  expect((await from(there)).status).toBe(200)
  const { kiriman } = aReport()
  const { lagi: _asked, ...unasked } = fields
  const again = await send(
    new Request(`${ORIGIN}/lapor`, {
      method: 'POST',
      body: new URLSearchParams({ ...unasked, kiriman: kiriman ?? '' }),
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN, ...there },
    }),
  )
  expect(again).toMatchObject({ status: 409, trips: 2 })
  const [still] = await rows<{ n: number }>('select sum(count) as n from counter')
  expect(still?.n).toBe(2)
})

test('the page of a person with open work asks in three trips', async () => {
  const admin = await sessionOf(await aStaff('admin', null, 'trips@contoh.id'))
  const officer = await aStaff('officer', 2, 'holds@contoh.id')
  await rows(
    "update assignment set officer_id = ? where agency_id = 2 and role = 'lead'",
    officer.id,
  )
  const path = `/petugas/staf/${officer.id}`
  expect(await visit(path, admin)).toMatchObject({ status: 200, trips: 3 })
})
