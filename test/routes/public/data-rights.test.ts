import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { CHANGES_ROOT } from '../../../src/domain/city/changes.ts'
import { myData as words } from '../../../src/words/id/my-data.ts'
import { fileReport, type Receipt, read } from '../../support/citizen.ts'
import { rows } from '../../support/handled.ts'
import { post } from '../../support/request.ts'
import { world } from '../../support/world.ts'

beforeEach(async () => {
  await world()
})

const found = async (report: Receipt) => {
  const it = await caseByReference((await world()).db, report.number)
  if (!it) throw new Error('gone')
  return it
}

const withdrawn = async () => {
  const report = await fileReport()
  const s = await world({ kind: 'reporter' }, Date.now())
  const done = await runCommand(s, await found(report), { name: 'withdraw', text: '' })
  expect(done.ok).toBe(true)
  return report
}

const erase = ({ url, cookie }: Receipt, fields: Record<string, string> = { setuju: '1' }) =>
  post(`${url}/data/penghapusan`, fields, { Cookie: cookie })

const requestsOf = async (report: Receipt) =>
  rows<{ kind: string; outcome: string }>(
    'select kind, outcome from data_request where complaint_id = ?',
    (await found(report)).complaint.id,
  )

/** As if somebody else were faster, each time. */
const overtakeEvery = (type: string) =>
  env.DB.prepare(
    `create trigger faster before insert on event when new.type = '${type}'
     begin select raise(abort, 'UNIQUE constraint failed: event.complaint_id, event.seq'); end`,
  ).run()
const leaveBe = () => env.DB.prepare('drop trigger faster').run()

it('erases what is closed, once in the register however often the button is pressed', async () => {
  const report = await withdrawn()
  expect((await erase(report)).status).toBe(303)
  expect((await erase(report)).status).toBe(303)
  expect(await requestsOf(report)).toEqual([{ kind: 'erase', outcome: 'done' }])
  expect(await read(`${report.url}/data`, report.cookie)).toContain(words.erased)
})

it('notes the erasure outside the database before it answers', async () => {
  const report = await withdrawn()
  const noted = async () =>
    (await env.BACKUPS.list({ prefix: CHANGES_ROOT })).objects.filter(({ key }) =>
      key.includes('-erasure-'),
    ).length
  const before = await noted()
  expect((await erase(report)).status).toBe(303)
  expect(await noted()).toBe(before + 1)
  await erase(report)
  expect(await noted()).toBe(before + 1)
})

it('says so when the data could not be erased, and writes no answer into the register', async () => {
  const report = await withdrawn()
  await overtakeEvery('erase')
  const answer = await erase(report)
  await leaveBe()
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words.eraseFailed)
  expect(await requestsOf(report)).toEqual([])
  expect((await found(report)).row.text).not.toBeNull()
})

it('erases nothing that is still worked on, nor without the tick', async () => {
  const open = await fileReport()
  const early = await erase(open)
  expect(early.status).toBe(422)
  expect(await early.text()).toContain(words.eraseOpen)
  const closed = await withdrawn()
  const unticked = await erase(closed, {})
  expect(unticked.status).toBe(422)
  expect(await unticked.text()).toContain(words.eraseNeeds)
  for (const report of [open, closed]) expect((await found(report)).row.text).not.toBeNull()
})

const mended = { nama: 'Siti R. Baru', kontak_telepon: '', kontak_email: 'baru@contoh.id' }
const correct = ({ url, cookie }: Receipt) => post(`${url}/data`, mended, { Cookie: cookie })

it('corrects name and contact by an event that holds neither', async () => {
  const report = await fileReport()
  expect((await correct(report)).status).toBe(303)
  const { complaint } = await found(report)
  const [last] = await rows<{ type: string; actor: string; facts: string }>(
    'select type, actor, facts from event where complaint_id = ? order by seq desc limit 1',
    complaint.id,
  )
  expect(last).toMatchObject({ type: 'correct', actor: 'reporter' })
  expect(JSON.parse(last?.facts ?? '')).toEqual({ name: true, phone: false, email: true })
  expect(await requestsOf(report)).toEqual([{ kind: 'correct', outcome: 'done' }])
  expect(await read(`${report.url}/data`, report.cookie)).toContain('Siti R. Baru')
  expect(await read(report.url, report.cookie)).toContain('Anda membetulkan nama atau kontak')
})

it('says so when a correction was not kept, and keeps what was typed', async () => {
  const report = await fileReport()
  await overtakeEvery('correct')
  const answer = await correct(report)
  await leaveBe()
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(words.saveFailed)
  expect(html).toContain('value="Siti R. Baru"')
  expect(await requestsOf(report)).toEqual([])
  expect(await read(`${report.url}/data`, report.cookie)).toContain('Siti Rahmah')
})
