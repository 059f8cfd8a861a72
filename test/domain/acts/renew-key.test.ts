import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/case/command.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { decideFiling } from '../../../src/domain/case/decide.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aCity,
  aComplaint,
  aContext,
  accepted,
  aFiling,
  HEALTH,
  INSPECTORATE,
  OPERATOR,
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

const vouch = { name: 'vouch_key', text: words, renewed: true } as const
const vouched = (complaint: Complaint) => accepted(complaint, vouch, { actor: verifier })

describe('whoever vouches for a key that was renewed', () => {
  const renewed = aComplaint({ state: 'closed', filedBy: 'loket', keySeenBy: [ROADS] })

  test('is somebody else than who filed it, and of none of the agencies that saw it', () => {
    expect(vouched(renewed).keySeenBy).toBeNull()
    const own = { ...renewed, filedBy: verifier.id }
    expect(refused(own, vouch, { actor: verifier })?.refused).toBe('not_allowed')
    const both = someStaff('officer', ROADS)
    const colleague = { ...verifier, memberships: [...verifier.memberships, ...both.memberships] }
    expect(refused(renewed, vouch, { actor: colleague })?.refused).toBe('not_allowed')
    for (const actor of [reporter, someStaff('officer', ROADS), someStaff('officer', HEALTH)])
      expect(refused(renewed, vouch, { actor })?.refused).toBe('not_allowed')
  })

  test('is somebody in every case, also a supervisory one that is routed', () => {
    const city = aCity({ delegateAgencyId: OPERATOR })
    const inspector = someStaff('inspectorate', INSPECTORATE)
    const may = (complaint: Complaint, actor: Actor) =>
      refused(complaint, vouch, { actor, city }) === null
    const supervisory = { ...renewed, state: 'in_progress', supervisory: true } as const
    const routed = { ...supervisory, leadAgencyId: INSPECTORATE, aboutAgencyId: ROADS }
    expect(may(routed, verifier)).toBe(false)
    expect(may(routed, inspector)).toBe(true)
    // who saw it does not vouch for it: then the leader does
    const own = { ...routed, keySeenBy: [INSPECTORATE] }
    expect(may(own, inspector)).toBe(false)
    expect(may(own, someStaff('leader'))).toBe(true)
    const delegated = {
      ...supervisory,
      leadAgencyId: OPERATOR,
      aboutAgencyId: INSPECTORATE,
      keySeenBy: [INSPECTORATE],
    }
    expect(may(delegated, inspector)).toBe(false)
    expect(may(delegated, someStaff('liaison', OPERATOR))).toBe(true)
    for (const actor of [reporter, someStaff('officer', ROADS), someStaff('liaison', HEALTH)])
      for (const complaint of [routed, own, delegated]) expect(may(complaint, actor)).toBe(false)
  })

  test('has seen it renewed, and says how', () => {
    const stale = { ...vouch, renewed: false }
    expect(refused(renewed, stale, { actor: verifier })?.refused).toBe('key_not_renewed')
    const silent = { ...vouch, text: '' }
    expect(refused(renewed, silent, { actor: verifier })?.refused).toBe('text_too_short')
  })

  test('is asked only where the key is not the reporter’s alone', () => {
    for (const keySeenBy of [null, [], [HEALTH]])
      expect(refused({ ...renewed, keySeenBy }, vouch, { actor: verifier })?.refused).toBe(
        'wrong_state',
      )
  })
})

test('by a letter’s link the reporter judges, whoever else holds the key', () => {
  const seen = aComplaint({ state: 'awaiting_confirmation', keySeenBy: [ROADS] })
  const actor = { kind: 'reporter', byLetter: true } as const
  expect(refused(seen, { name: 'confirm' }, { actor })).toBeNull()
  expect(refused(seen, { name: 'dispute', text: words }, { actor })).toBeNull()
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
    expect(refused(renewed, command, {})).toEqual({ refused: 'key_not_renewed' })
    expect(accepted(vouched(renewed), command)).toBeTruthy()
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
        expect(refused(renewed, command, {})).toEqual({ refused: 'key_not_renewed' })
        expect(accepted(vouched(renewed), command)).toBeTruthy()
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
