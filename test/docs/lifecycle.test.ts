import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lifecycleDocument } from '../../scripts/lifecycle-document.ts'
import { COMMAND_NAMES } from '../../src/domain/acts/acts.ts'
import { STATES } from '../../src/domain/case/complaint.ts'

const written = readFileSync('docs/lifecycle.md', 'utf8')

test('docs/lifecycle.md is what the table says now (else: npx node scripts/write-lifecycle.ts)', () => {
  expect(written).toBe(lifecycleDocument())
})

test('it names every state and every command', () => {
  const missing = [...STATES, ...COMMAND_NAMES].filter((name) => !written.includes(`\`${name}\``))
  expect(missing).toEqual([])
})
