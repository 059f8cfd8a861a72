import { expect, test } from 'vitest'
import { complainedAbout, isComplainedAbout, mayReveal } from '../../../src/domain/case/reveal.ts'
import {
  aCity,
  aComplaint,
  aContext,
  accepted,
  verifier as desk,
  HEALTH,
  officer,
  ROADS,
  someStaff,
  wib,
} from '../../support/builders.ts'

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

test('an agency that asked before the report was archived stays complained about when it comes back', () => {
  const question = { name: 'ask', text: 'Di sebelah mana lubangnya?' } as const
  const asked = accepted(aComplaint({ state: 'in_progress' }), question, { actor: officer })
  const words = 'Alasan yang cukup panjang.'
  const archived = accepted(asked, { name: 'archive', text: words }, { actor: desk })
  const back = accepted(archived, { name: 'unarchive', text: words }, { actor: desk })
  expect(back.leadAgencyId).toBeNull()
  expect(complainedAbout(back)).toContain(ROADS)
})
