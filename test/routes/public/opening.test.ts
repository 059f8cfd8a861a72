import { expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { fileReport, read, tokenIn } from '../../support/citizen.ts'
import { WORDS } from '../../support/commands.ts'
import { give, rows } from '../../support/handled.ts'
import { post } from '../../support/request.ts'
import { t } from '../../support/words.ts'
import { someone, world } from '../../support/world.ts'

const openedAt = async (number: string) => {
  const [row] = await rows<{ at: number | null }>(
    'select opened_at as at from complaint where reference = ?',
    number,
  )
  return row?.at ?? null
}

it('notes once for each question that its reporter has it before them, and nothing else', async () => {
  const report = await fileReport()
  await read(report.url, report.cookie)
  expect(await openedAt(report.number)).toBeNull()
  const s = await world()
  const found = await caseByReference(s.db, report.number)
  const id = found?.complaint.id ?? 0
  const asked = Date.now() - 60_000
  await give(s, id, someone('verifier'), asked, { name: 'ask', text: WORDS })
  await read(`/lacak?nomor=${report.number}`)
  expect(await openedAt(report.number)).toBeNull()
  await read(report.url, report.cookie)
  await expect.poll(() => openedAt(report.number)).toBeGreaterThan(asked)
  const first = await openedAt(report.number)
  await read(report.url, report.cookie)
  expect(await openedAt(report.number)).toBe(first)
})

/** Archived so many days ago; by a letter that reached its reporter then, or by none. */
const archivedAgo = async (days: number, letter: 'told' | 'nobody') => {
  const report = await fileReport()
  const s = await world()
  const id = (await caseByReference(s.db, report.number))?.complaint.id ?? 0
  const at = Date.now() - days * DAY
  await give(s, id, someone('verifier'), at, { name: 'archive', text: WORDS })
  await rows(
    "update outbox set state = 'done', reached = ?, done_at = ? where complaint_id = ? and template = 'archived'",
    ...[letter, at + 60_000, id],
  )
  return report
}

const objected = async (report: { url: string; cookie: string }) => {
  const page = await read(report.url, report.cookie)
  const action = `${report.url}/keberatan-keputusan`
  if (!page.includes(`action="${action}"`)) return page
  const kiriman = tokenIn(page, action)
  const answer = await post(action, { kiriman, alasan: WORDS }, { Cookie: report.cookie })
  return answer.status
}

it('counts the days to object from when the reporter was told, not from the end', async () => {
  expect(await objected(await archivedAgo(40, 'nobody'))).toBe(303)
  expect(await objected(await archivedAgo(29, 'told'))).toBe(303)
  expect(await objected(await archivedAgo(40, 'told'))).not.toBe(303)
})

it('counts them from the opening of the page where no letter came before it', async () => {
  const report = await archivedAgo(40, 'nobody')
  expect(await openedAt(report.number)).toBeNull()
  const until = t.longDate(t.dayOf(Date.now() + 30 * DAY))
  expect(await read(report.url, report.cookie)).toContain(until)
  await expect.poll(() => openedAt(report.number)).not.toBeNull()
  await rows(
    'update complaint set opened_at = ? where reference = ?',
    ...[Date.now() - 31 * DAY, report.number],
  )
  expect(await objected(report)).not.toBe(303)
})
