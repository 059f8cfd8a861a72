import { expect, test } from 'vitest'
import { waitsForHead } from '../../../src/domain/case/approval.ts'
import { isApprovable, isSpent } from '../../../src/domain/case/drafts.ts'
import {
  aCity,
  aComplaint,
  aContext,
  HEALTH,
  officer,
  ROADS,
  someStaff,
} from '../../support/builders.ts'

const working = aComplaint({ state: 'in_progress', leadAgencyId: ROADS })

test('a head approves the drafts of the own agency, not one that another left behind', () => {
  expect(isApprovable(working, { state: 'draft', agencyId: ROADS })).toBe(true)
  expect(isApprovable(working, { state: 'draft', agencyId: HEALTH })).toBe(false)
  expect(isApprovable(working, { state: 'sent', agencyId: ROADS })).toBe(false)
  const unrouted = { leadAgencyId: null }
  expect(isApprovable(unrouted, { state: 'draft', agencyId: null })).toBe(false)
})

test('where the agency approves, everybody waits for its head but that head', () => {
  const city = aCity({ approvingAgencyIds: [ROADS] })
  const waits = (actor = officer, at = city) => waitsForHead(working, aContext({ actor, city: at }))
  expect(waits()).toBe(true)
  expect(waits(someStaff('head', HEALTH))).toBe(true)
  expect(waits(someStaff('head', ROADS))).toBe(false)
  expect(waits(officer, aCity())).toBe(false)
})

test('a closure drafted before the work began again is spent, a reply is not', () => {
  expect(isSpent({ kind: 'closure', seq: 4 }, 6)).toBe(true)
  expect(isSpent({ kind: 'closure', seq: 7 }, 6)).toBe(false)
  expect(isSpent({ kind: 'reply', seq: 4 }, 6)).toBe(false)
})
