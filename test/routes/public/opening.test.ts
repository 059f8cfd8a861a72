import { expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { WORDS } from '../../support/commands.ts'
import { give, rows } from '../../support/handled.ts'
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
