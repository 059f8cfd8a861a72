import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { caseById } from '../../src/db/cases.ts'
import { clockOf } from '../../src/domain/case/complaint.ts'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { fileReport, read, tokenIn } from '../support/citizen.ts'
import { aCase, aMember, give, PUPR, rows } from '../support/handled.ts'
import { letterLink } from '../support/letter-link.ts'
import { ORIGIN } from '../support/request.ts'
import { aStaff, sessionOf } from '../support/staff.ts'
import { answerOf } from '../support/whole-app.ts'
import { aForm, filed, someone, TUESDAY } from '../support/world.ts'

let purged: string[][]

// the edge cache is not simulated here: this is the outermost boundary
const edge = () => ({
  waitUntil: () => {},
  passThroughOnException: () => {},
  props: {},
  cache: { purge: async ({ tags }: { tags: string[] }) => purged.push(tags) },
})

beforeEach(() => {
  purged = []
})

afterEach(() => {
  vi.useRealTimers()
})

const send = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  answerOf(
    new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    env,
    edge() as unknown as ExecutionContext,
  )

const tagsOf = (...numbers: string[]) => ['laporan', 'angka', ...numbers.map((n) => `laporan-${n}`)]

test('a form taken about a report purges its page, lists and figures, and again after the undo window', async () => {
  const { url, cookie, number } = await fileReport()
  const action = `${url}/pencabutan`
  const kiriman = tokenIn(await read(url, cookie), action)
  const withdraw = (headers: Record<string, string>) =>
    send(action, { kiriman, alasan: '' }, { Cookie: cookie, ...headers })
  expect((await withdraw({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect(purged).toEqual([])
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  expect((await withdraw({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
  expect(purged).toEqual([tagsOf(number)])
  // a visitor in between may have put the page back as it was before others could see the change
  await vi.advanceTimersByTimeAsync(12_000)
  expect(purged).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(purged).toEqual([tagsOf(number), tagsOf(number)])
})

test('what a letter’s link changes leaves the edge cache like anything else', async () => {
  const { s, id } = await aCase(Date.now() - 60_000, 'awaiting_confirmation')
  const complaint = (await caseById(s.db, id))?.complaint
  if (!complaint) throw new Error('no case')
  const round = clockOf(complaint, 'silence')?.round ?? 0
  const link = { complaintId: id, purpose: 'confirm', round, expires: Date.now() + 60_000 } as const
  const path = `/t/${await letterLink(link)}`
  expect((await send(path, {}, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  expect(purged).toEqual([tagsOf(complaint.reference)])
})

test('joining a report purges the page of the one that it is joined to', async () => {
  const now = Date.now()
  const root = await aCase(now, 'received')
  const member = await aCase(now, 'received')
  const numbers = await Promise.all(
    [member, root].map(async ({ s, id }) => (await caseById(s.db, id))?.complaint.reference ?? ''),
  )
  const [number = '', induk = ''] = numbers
  const Cookie = await sessionOf(await aStaff('verifier'))
  const path = `/petugas/laporan/${number}/penggabungan`
  const headers = { Cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  expect((await send(path, { versi: '1', induk }, headers)).status).toBe(303)
  expect(purged).toEqual([tagsOf(...numbers)])
})

test('what the timer changes leaves the edge cache, too: a closing by silence, an erasure', async () => {
  const one = await aCase(TUESDAY, 'awaiting_confirmation')
  // whose officer has no account, of them the timer takes the report, which is a change of its own
  await aMember(one.s, 'officer', PUPR)
  const two = (await filed(one.s, aForm())).found.complaint
  await give(one.s, two.id, someone('verifier'), TUESDAY, {
    name: 'archive',
    text: 'Laporan yang sama sudah kami tangani.',
  })
  const number = (await caseById(one.s.db, one.id))?.complaint.reference ?? ''
  await rows('update complaint set closed_at = 0 where id = ?', two.id)
  // whoever had the closing before them may be silent on it
  await rows('update complaint set opened_at = ? where id = ?', TUESDAY + 3_600_000, one.id)
  const run = (cron: string, at: string) => runSchedule(env, cron, Date.parse(at), edge())
  await run('*/5 * * * *', '2026-12-08T16:00:00Z')
  expect(purged).toEqual([])
  await run('*/5 * * * *', '2026-12-09T00:00:00Z')
  expect(purged.flat()).toContain(`laporan-${number}`)
  expect(purged.flat()).not.toContain(`laporan-${two.reference}`)
  await run('30 17 * * *', '2026-12-09T17:30:00Z')
  expect(purged.flat()).toContain(`laporan-${two.reference}`)
})
