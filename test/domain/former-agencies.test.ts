import { expect, test } from 'vitest'
import { isComplainedAbout, mayReveal } from '../../src/domain/reveal.ts'
import {
  aCity,
  aComplaint,
  aContext,
  accepted,
  HEALTH,
  ROADS,
  someStaff,
  wib,
} from '../support/builders.ts'

test('an agency that returned a complaint stays complained about, wherever it goes', () => {
  const routed = aComplaint({ state: 'routed' })
  const returned = accepted(
    routed,
    { name: 'return', text: 'Ini bukan wewenang kami.', proposedAgencyId: HEALTH },
    aContext({ actor: someStaff('liaison', ROADS) }),
  )
  const now = wib('2026-11-30')
  const verifier = someStaff('verifier', null, {
    memberships: [
      { role: 'verifier', agencyId: null, since: 0, until: null },
      { role: 'officer', agencyId: ROADS, since: 0, until: null },
    ],
  })
  expect(isComplainedAbout(verifier, returned, now)).toBe(true)
  expect(mayReveal(verifier, returned, now, aCity())).toBe(false)
})
