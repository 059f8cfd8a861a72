import { expect, test } from 'vitest'
import { waitsForHead } from '../../../src/domain/case/approval.ts'
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

test('where the agency approves, everybody waits for its head but that head', () => {
  const city = aCity({ approvingAgencyIds: [ROADS] })
  const waits = (actor = officer, at = city) => waitsForHead(working, aContext({ actor, city: at }))
  expect(waits()).toBe(true)
  expect(waits(someStaff('head', HEALTH))).toBe(true)
  expect(waits(someStaff('head', ROADS))).toBe(false)
  expect(waits(officer, aCity())).toBe(false)
})
