import { expect, test } from 'vitest'
import { filesHeldFrom } from '../../../src/domain/case/held-files.ts'

const NOW = 1_000
const LIAISON = 'staff:ani'

const event = (seq: number, type: string, actor = LIAISON) => ({ seq, type, actor })
const closure = (seq: number, state: string, visibleFrom = 0) => ({
  ...{ seq, kind: 'closure', state, visibleFrom },
})

const draft = { seq: 7, kind: 'closure', by: LIAISON } as const

const worked = [
  event(1, 'file', 'reporter'),
  event(2, 'route', 'staff:vera'),
  event(3, 'take_up'),
  event(4, 'attach', 'reporter'),
  event(5, 'attach'),
  event(6, 'attach'),
  event(7, 'propose_closure'),
]

test('files attached for a closing wait with it, those before it do not', () => {
  for (const state of ['in_progress', 'awaiting_info'] as const)
    expect(filesHeldFrom({ state, draft }, worked, [closure(7, 'draft')], NOW)).toBe(5)
})

test('a closing that the head approved holds nothing back', () => {
  const approved = [...worked, event(8, 'approve_closure', 'staff:hadi')]
  expect(
    filesHeldFrom(
      { state: 'awaiting_confirmation', draft: null },
      approved,
      [closure(7, 'sent')],
      NOW,
    ),
  ).toBeNull()
})

test('they wait too while the closing may be undone', () => {
  const messages = [closure(7, 'sent', NOW + 1)]
  expect(
    filesHeldFrom({ state: 'awaiting_confirmation', draft: null }, worked, messages, NOW),
  ).toBe(5)
})

test('a draft that was overtaken by another round of work holds nothing back', () => {
  const again = [...worked, event(8, 'approve_closure'), event(9, 'dispute', 'reporter')]
  expect(
    filesHeldFrom({ state: 'in_progress', draft: null }, again, [closure(7, 'draft')], NOW),
  ).toBeNull()
  expect(
    filesHeldFrom({ state: 'closed', draft: null }, worked, [closure(7, 'draft')], NOW),
  ).toBeNull()
})
