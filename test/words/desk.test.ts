import { expect, test } from 'vitest'
import { deadLetters } from '../../src/words/id/dead-letters.ts'
import { deskForms } from '../../src/words/id/desk-forms.ts'
import { receipt } from '../../src/words/id/receipt.ts'
import { reporterNotices } from '../../src/words/id/reporter-notices.ts'
import { staffNotices } from '../../src/words/id/staff-notices.ts'
import { status } from '../../src/words/id/status.ts'
import { systemNotices } from '../../src/words/id/system-notices.ts'

const buttons = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        /^(send|sendDraft|resend)$/.test(key) ? [String(inner)] : buttons(inner),
      )

test('a button is one to three words', () => {
  const all = [
    ...buttons({ deskForms, deadLetters }),
    status.split,
    receipt.openCase,
    receipt.anotherAtDesk,
  ]
  expect(all.length).toBeGreaterThan(20)
  for (const text of all) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(3)
})

test('each letter that may die has a name on the list of dead letters', () => {
  const known = Object.keys(deadLetters.templates)
  for (const letters of [reporterNotices, staffNotices, systemNotices])
    for (const name of Object.keys(letters)) expect(known).toContain(name)
})
