import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { permitted } from '../../../src/domain/case/decide.ts'
import { saidOnBehalf } from '../../../src/domain/case/on-behalf.ts'
import type { Staff } from '../../../src/domain/people/actor.ts'
import {
  aCity,
  aComplaint,
  aContext,
  INSPECTORATE,
  ROADS,
  refused,
  someStaff,
  verifier,
} from '../../support/builders.ts'

const DELEGATE = 7
const clerk = someStaff('liaison', 8, { id: 'clerk' })
const inspector = someStaff('inspectorate', INSPECTORATE)
const delegate = someStaff('liaison', DELEGATE)
const city = aCity({ delegateAgencyId: DELEGATE })
const keyless = (over: Partial<Complaint>) => ({
  ...aComplaint({ state: 'awaiting_info' }),
  hasKeyHolder: false,
  filedBy: clerk.id,
  ...over,
})
const may = (actor: Staff, c: Complaint, name: 'answer' | 'confirm' | 'dispute' = 'answer') =>
  permitted(c, name, aContext({ actor, city })) === null

describe('for a reporter without a key answers', () => {
  test('whoever filed it, while they are there, and nobody else', () => {
    const c = keyless({})
    expect(may(clerk, c)).toBe(true)
    for (const other of [verifier, inspector, someStaff('liaison', ROADS)])
      expect(may(other, c)).toBe(false)
  })

  test('any verifier once that person has left, also to confirm and dispute', () => {
    const c = keyless({ filerLeft: true })
    expect(may(verifier, c)).toBe(true)
    expect(may(inspector, c)).toBe(false)
    const proposed = { ...c, ...keyless({ filerLeft: true, state: 'awaiting_confirmation' }) }
    for (const name of ['confirm', 'dispute'] as const)
      expect(may(verifier, { ...proposed, cameFrom: null }, name)).toBe(true)
    const said = { text: 'Di depan sekolah itu, Bu.', score: 0 }
    const ctx = aContext({ actor: verifier, city })
    expect(saidOnBehalf('answer', said, { complaint: c, events: [] }, verifier, ctx)).toEqual({
      ...{ name: 'answer', text: said.text },
    })
  })

  test('Inspektorat’s desk where the case is supervisory, not who filed it', () => {
    const c = keyless({ supervisory: true, leadAgencyId: INSPECTORATE, aboutAgencyId: ROADS })
    expect(may(inspector, c)).toBe(true)
    expect(may(inspector, { ...c, leadAgencyId: null, cameFrom: 'received' })).toBe(true)
    expect(may(clerk, c)).toBe(false)
    expect(refused(c, { name: 'erase' }, { actor: inspector, city })?.refused).toBe('wrong_state')
    const over = { ...c, state: 'archived' as const, cameFrom: null }
    const erase = { name: 'erase', reason: 'Diminta lewat loket.' } as const
    expect(refused(over, erase, { actor: inspector, city })?.refused).toBe('not_allowed')
  })

  test('the delegate where it is about Inspektorat, before that a verifier', () => {
    const c = keyless({
      supervisory: true,
      leadAgencyId: DELEGATE,
      aboutAgencyId: INSPECTORATE,
    })
    expect(may(delegate, c)).toBe(true)
    expect(may(inspector, c)).toBe(false)
    const unrouted = { ...c, leadAgencyId: null, cameFrom: 'received' as const }
    expect(may(verifier, unrouted)).toBe(true)
    expect(may(inspector, unrouted)).toBe(false)
  })

  test('nobody of the staff where there is a key holder', () => {
    const c = keyless({ hasKeyHolder: true, filerLeft: true })
    for (const one of [clerk, verifier, inspector]) expect(may(one, c)).toBe(false)
  })
})
