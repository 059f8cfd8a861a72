import { describe, expect, test } from 'vitest'
import { actOf, COMMAND_NAMES } from '../../../src/domain/acts/acts.ts'
import { type Complaint, STATES } from '../../../src/domain/case/complaint.ts'
import { permitted } from '../../../src/domain/case/decide.ts'
import { canSee } from '../../../src/domain/case/visibility.ts'
import type { Membership, Role, Staff } from '../../../src/domain/people/actor.ts'
import {
  aCity,
  aComplaint,
  aContext,
  DAY,
  HEALTH,
  OPERATOR,
  ROADS,
  someStaff,
  wib,
} from '../../support/builders.ts'

const now = wib('2026-11-30')

/** Holds a role of the whole city, and was an officer of the roads agency until then. */
const lately = (role: Role, until: number | null): Staff => {
  const own: Membership = { role, agencyId: null, since: 0, until: null }
  const roads: Membership = { role: 'officer', agencyId: ROADS, since: 0, until }
  return someStaff(role, null, { memberships: [own, roads] })
}

const ABOUT: [string, Partial<Complaint>][] = [
  ['the reporter named', { leadAgencyId: null, proposedAgencyId: ROADS }],
  ['another one handles', { leadAgencyId: HEALTH, aboutAgencyId: ROADS }],
  ['handles it', { leadAgencyId: ROADS }],
  ['returned it', { leadAgencyId: null, formerAgencyIds: [ROADS], returns: 2 }],
]
const OWN_STEPS = ['file', 'undo', 'attach']

describe.each(ABOUT)('a report about the agency that %s', (_, about) => {
  test.each(['verifier', 'admin'] as const)(
    'is decided in nothing by a %s who belonged to it a month ago',
    (role) => {
      const actor = lately(role, now - 30 * DAY)
      const may = STATES.flatMap((state) =>
        [true, false].flatMap((anonymous) => {
          const complaint = aComplaint({ state, anonymous, hasKeyHolder: false, ...about })
          const ctx = aContext({ actor, now })
          return COMMAND_NAMES.filter((name) => permitted(complaint, name, ctx) === null)
        }),
      )
      expect([...new Set(may)].filter((name) => !OWN_STEPS.includes(name))).toEqual([])
    },
  )

  test('shows that verifier no word as it was written, whether or not under a name', () => {
    for (const anonymous of [true, false]) {
      const complaint = aComplaint({ state: 'received', anonymous, ...about })
      const viewer = { kind: 'staff', revealed: false, staff: lately('verifier', null) } as const
      const reads = canSee(viewer, 'originalText', complaint, now, aCity())
      expect(reads).toBe(about.leadAgencyId === ROADS && !anonymous)
    }
  })
})

test('an act that does not name the verifier as somebody else either is refused by the party alone', () => {
  const verifiers = COMMAND_NAMES.filter((name) => actOf(name).who.includes('verifier'))
  expect(verifiers.length).toBeGreaterThan(10)
})

test('a request under a name accuses nobody: its verifier may be of that agency', () => {
  const request = aComplaint({ class: 'information', proposedAgencyId: ROADS })
  const ctx = aContext({ actor: lately('verifier', null), now })
  expect(permitted(request, 'route', ctx)).toBeNull()
})

test('twelve months are calendar months, to the day', () => {
  const complaint = aComplaint({ proposedAgencyId: ROADS })
  const may = (until: number) =>
    permitted(complaint, 'route', aContext({ actor: lately('verifier', until), now })) === null
  expect(may(wib('2025-11-30', '07.30'))).toBe(false)
  expect(may(wib('2025-11-29', '17.00'))).toBe(true)
  // 365 days before the first of March 2028 is the second
  const leap = wib('2028-03-01')
  const ctx = aContext({ actor: lately('verifier', wib('2027-03-01', '08.00')), now: leap })
  expect(permitted(complaint, 'route', ctx)).toEqual({ refused: 'not_allowed' })
})

describe('a new role reveals nothing for three days', () => {
  test.each([
    ['verifier', null, { leadAgencyId: ROADS }],
    ['admin', null, { leadAgencyId: ROADS }],
    ['inspectorate', 2, { leadAgencyId: ROADS }],
    ['leader', null, { leadAgencyId: 2 }],
    ['liaison', ROADS, { leadAgencyId: ROADS, class: 'information' }],
  ] as [Role, number | null, Partial<Complaint>][])('%s', (role, agency, about) => {
    const complaint = aComplaint({ state: 'in_progress', ...about })
    const sees = (since: number) => {
      const staff = someStaff(role, agency, { since })
      const viewer = { kind: 'staff', staff, revealed: true } as const
      const may = permitted(complaint, 'reveal', aContext({ actor: staff, now }))
      return [may === null, canSee(viewer, 'name', complaint, now, aCity())]
    }
    expect(sees(now - 3 * DAY + 1)).toEqual([false, false])
    expect(sees(now - 3 * DAY)).toEqual([true, true])
  })

  test('nor does one that ended and was given again', () => {
    const memberships: Membership[] = [
      { role: 'admin', agencyId: null, since: 0, until: now - DAY },
      { role: 'admin', agencyId: null, since: now - 1000, until: null },
    ]
    const ctx = aContext({ actor: someStaff('admin', null, { memberships }), now })
    expect(permitted(aComplaint({ leadAgencyId: OPERATOR + 1 }), 'reveal', ctx)).not.toBeNull()
  })
})
