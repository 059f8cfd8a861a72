import { expect, test } from 'vitest'
import { mayReveal } from '../../../src/domain/case/reveal.ts'
import { ROLES } from '../../../src/domain/people/actor.ts'
import { NEEDS_SECOND } from '../../../src/domain/people/second-step.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { aComplaint } from '../../support/builders.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const INSPEKTORAT = 9
const CITY = {
  ...{ operatingAgencyId: 8, inspectorateAgencyId: INSPEKTORAT, delegateAgencyId: 7 },
  ...{ approvingAgencyIds: [], publicWorksIds: [] },
}

/** One of each kind that decides who may know the reporter. */
const CASES = [
  aComplaint({
    class: 'information',
    proposedAgencyId: null,
    aboutAgencyId: null,
    leadAgencyId: 3,
    officerId: 'x',
  }),
  aComplaint({ leadAgencyId: 3, aboutAgencyId: 4 }),
  aComplaint({ aboutAgencyId: INSPEKTORAT, supervisory: true }),
]

test('whoever may open an identity has to have one, and no role besides', () => {
  const reveals = ROLES.filter((role) =>
    CASES.some((complaint) =>
      [null, 3, INSPEKTORAT].some((agencyId) => {
        const memberships = [{ role, agencyId, since: NOW - 30 * DAY, until: null }]
        return mayReveal({ kind: 'staff', id: 'x', name: 'x', memberships }, complaint, NOW, CITY)
      }),
    ),
  )
  expect([...NEEDS_SECOND].toSorted()).toEqual(reveals.toSorted())
})
