import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { decideFiling } from '../../../src/domain/case/decide.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aComplaint,
  aContext,
  accepted,
  aFiling,
  HEALTH,
  ROADS,
  refused,
  reporter,
  someStaff,
  verifier,
} from '../../support/builders.ts'

const words = 'Lubangnya masih ada di sana.'
const filedBy = (actor: Actor, hasKeyHolder = true): Complaint => {
  const filed = decideFiling(aFiling({ hasKeyHolder }), aContext({ actor }))
  if (isRefusal(filed)) throw new Error(filed.refused)
  return filed.after
}

describe('whose key it is', () => {
  test('one that staff saw while filing is theirs, by their agencies', () => {
    expect(filedBy(someStaff('officer', ROADS)).keySeenBy).toEqual([ROADS])
    expect(filedBy(verifier).keySeenBy).toEqual([])
  })
  test("the reporter's own is nobody else's, and where there is none nobody saw it", () => {
    expect(filedBy(reporter).keySeenBy).toBeNull()
    expect(filedBy(someStaff('officer', ROADS), false).keySeenBy).toBeNull()
  })
})

describe('a key that staff of the agency have seen', () => {
  const seen = { keySeenBy: [ROADS] }
  const JUDGED = [
    [aComplaint({ state: 'awaiting_confirmation', ...seen }), { name: 'confirm' }],
    [aComplaint({ state: 'awaiting_confirmation', ...seen }), { name: 'dispute', text: words }],
    [aComplaint({ state: 'closed', ...seen }), { name: 'rate', score: 5 }],
    [aComplaint({ state: 'closed', ...seen }), { name: 'reopen', text: words }],
  ] as const

  test.each(JUDGED)('does not judge the work of that agency: %#', (complaint, command) => {
    expect(refused(complaint, command, {})).toEqual({ refused: 'key_not_renewed' })
    const renewed = accepted(complaint, { name: 'renew_key' })
    expect(accepted(renewed, command)).toBeTruthy()
    const elsewhere = { ...complaint, keySeenBy: [HEALTH] }
    expect(accepted(elsewhere, command)).toBeTruthy()
  })

  const ENDED = [
    [aComplaint({ state: 'in_progress', ...seen }), { name: 'withdraw', text: '', again: false }],
    [aComplaint({ state: 'archived', ...seen }), { name: 'object', text: words }],
    [aComplaint({ state: 'closed', ...seen }), { name: 'erase' }],
  ] as const

  test.each(ENDED)(
    'does not take away what the agency is complained about for: %#',
    (of, command) => {
      // whether it handles the report, was named for it, or gave it back
      for (const about of [
        { leadAgencyId: ROADS },
        { leadAgencyId: null, proposedAgencyId: ROADS },
        { leadAgencyId: HEALTH, aboutAgencyId: ROADS },
        { leadAgencyId: null, formerAgencyIds: [ROADS] },
      ]) {
        const complaint = { ...of, ...about, closedAt: aContext().now }
        expect(refused(complaint, command, {})).toEqual({ refused: 'key_not_renewed' })
        const renewed = accepted(complaint, { name: 'renew_key' })
        expect(accepted(renewed, command)).toBeTruthy()
      }
    },
  )

  test('answers and adds all the same: nothing that the reporter has to say is lost', () => {
    const waits = aComplaint({ state: 'awaiting_info', cameFrom: 'in_progress', ...seen })
    expect(accepted(waits, { name: 'answer', text: words })).toBeTruthy()
  })
})

test('nobody but the reporter renews it, and not where there is none', () => {
  const filed = aComplaint({ filedBy: verifier.id, keySeenBy: [] })
  for (const actor of [verifier, someStaff('admin'), someStaff('officer', ROADS)])
    expect(refused(filed, { name: 'renew_key' }, { actor })?.refused).toBe('not_allowed')
  const keyless = { ...filed, hasKeyHolder: false }
  expect(refused(keyless, { name: 'renew_key' }, {})?.refused).toBe('not_allowed')
  expect(refused(keyless, { name: 'renew_key' }, { actor: verifier })?.refused).toBe('not_allowed')
})
