import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES } from '../../../src/domain/acts/acts.ts'
import { STATES } from '../../../src/domain/case/complaint.ts'
import { isOut, isPublicStep, mayBeIndexed } from '../../../src/domain/case/publication.ts'
import { aComplaint } from '../../support/builders.ts'

const release = { status: 'released', point: false } as const

describe('a released report', () => {
  const c = aComplaint({ state: 'in_progress', release })

  test('is out when the seconds in which the release may be undone are over', () => {
    expect(isOut(c, 1000, 999)).toBe(false)
    expect(isOut(c, 1000, 1000)).toBe(true)
    expect(isOut(c, null, 0)).toBe(true)
  })

  test.each([{ confidential: true }, { supervisory: true }, { sensitive: 'child' as const }])(
    'is not out once it is secret: %o',
    (secret) => {
      expect(isOut({ ...c, ...secret }, 0, 1)).toBe(false)
      expect(mayBeIndexed({ ...c, ...secret, state: 'closed' })).toBe(false)
    },
  )

  test.each(STATES)('may be named by search engines when closed only: %s', (state) => {
    expect(mayBeIndexed({ ...c, state })).toBe(state === 'closed')
  })
})

test('nothing that was not released is out', () => {
  for (const status of ['none', 'withdrawn'] as const)
    expect(isOut(aComplaint({ release: { status, point: false } }), 0, 1)).toBe(false)
})

test('steps of the dialogue and of the desk are nobody’s to read', () => {
  const told = COMMAND_NAMES.filter(isPublicStep)
  expect(told).toContain('propose_closure')
  for (const name of ['ask', 'answer', 'note', 'assign', 'reveal', 'return'])
    expect(told).not.toContain(name)
})
