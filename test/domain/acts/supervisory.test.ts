import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { canSee } from '../../../src/domain/case/visibility.ts'
import {
  aCity,
  aComplaint,
  accepted,
  aRouting,
  INSPECTORATE,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const DELEGATE = 7
const inspector = someStaff('inspectorate', INSPECTORATE)
const leader = someStaff('leader')
const words = 'Pemeriksaan sudah selesai tanpa keterangan pelapor.'
const late = wib('2027-04-01')

const supervisory = (over: Partial<Complaint>): Complaint => ({
  ...aComplaint({ state: over.state ?? 'in_progress' }),
  supervisory: true,
  confidential: true,
  leadAgencyId: INSPECTORATE,
  aboutAgencyId: ROADS,
  officerId: null,
  ...over,
})

describe('a supervisory case', () => {
  test('never lapses', () => {
    const held = supervisory({ state: 'awaiting_info' })
    expect(refused(held, { name: 'lapse', heard: true }, { now: late, actor: timer })).toEqual({
      refused: 'inspectorate_decides',
    })
  })

  test('is never closed by silence', () => {
    const waiting = supervisory({ state: 'awaiting_confirmation' })
    expect(
      refused(waiting, { name: 'close_by_silence', heard: true }, { now: late, actor: timer }),
    ).toEqual({
      refused: 'inspectorate_decides',
    })
  })

  test('goes on when its reporter withdraws, also before it is routed', () => {
    const unrouted = supervisory({ state: 'received', leadAgencyId: null })
    const after = accepted(unrouted, { name: 'withdraw', text: '' })
    expect(after.state).toBe('received')
    expect(refused(unrouted, { name: 'withdraw', text: '', again: true }, {})).toEqual({
      refused: 'already_said',
    })
  })

  test.each([
    ['awaiting_confirmation', 'closed'],
    ['awaiting_info', 'archived'],
  ] as const)(
    'in %s ends by two people: Inspektorat with a reason, then the leader',
    (state, end) => {
      const waiting = supervisory({ state })
      const conclude = { name: 'conclude', text: words } as const
      expect(refused(waiting, conclude, { actor: inspector })).toEqual({ refused: 'not_due' })
      expect(refused(waiting, conclude, { actor: verifier, now: late })?.refused).toBe(
        'not_allowed',
      )
      const concluded = accepted(waiting, conclude, { actor: inspector, now: late })
      expect(concluded.state).toBe(state)
      const messageSeq = concluded.draft?.seq ?? 0
      expect(messageSeq).toBe(concluded.version)
      const both = someStaff('leader', null, { id: inspector.id })
      const sign = { name: 'countersign', messageSeq } as const
      expect(refused(concluded, sign, { actor: both, now: late })).toEqual({ refused: 'own_draft' })
      expect(refused(concluded, sign, { actor: inspector, now: late })?.refused).toBe('not_allowed')
      const ended = accepted(concluded, sign, { actor: leader, now: late })
      expect(ended).toMatchObject({ state: end, draft: null, closedAt: late })
    },
  )

  test('the reporter who comes after all takes the decision away', () => {
    const waiting = supervisory({ state: 'awaiting_confirmation' })
    const now = late
    const concluded = accepted(
      waiting,
      { name: 'conclude', text: words },
      { actor: inspector, now },
    )
    const disputed = accepted(concluded, { name: 'dispute', text: words }, { now, actor: reporter })
    expect(disputed).toMatchObject({ state: 'in_progress', draft: null })
  })

  test('a leader of the agency complained about signs nothing', () => {
    const waiting = supervisory({ state: 'awaiting_confirmation' })
    const concluded = accepted(
      waiting,
      { name: 'conclude', text: words },
      { actor: inspector, now: late },
    )
    const own = someStaff('leader', ROADS)
    const sign = { name: 'countersign', messageSeq: concluded.draft?.seq ?? 0 } as const
    expect(refused(concluded, sign, { actor: own, now: late })?.refused).toBe('not_allowed')
  })
})

describe('a supervisory case about Inspektorat', () => {
  const city = aCity({ delegateAgencyId: DELEGATE })
  const routing = (over: Parameters<typeof aRouting>[0]) =>
    aRouting({
      supervisory: true,
      release: { ...aRouting().release, release: false },
      ...over,
    })

  test.each([
    ['named by the verifier', {}, { aboutAgencyId: INSPECTORATE }],
    ['named by the reporter', { proposedAgencyId: INSPECTORATE }, {}],
    ['named before', { aboutAgencyId: INSPECTORATE }, { aboutAgencyId: ROADS }],
  ])('%s is not routed to Inspektorat, but to the delegate', (_how, over, by) => {
    const c = aComplaint(over)
    const to = (leadAgencyId: number, rules = city) =>
      refused(c, routing({ ...by, leadAgencyId }), { actor: verifier, city: rules })
    expect(to(INSPECTORATE)).toEqual({ refused: 'delegate_only', field: 'leadAgencyId' })
    expect(to(DELEGATE)).toBeNull()
    expect(to(DELEGATE, aCity())).toEqual({ refused: 'delegate_missing', field: 'leadAgencyId' })
  })

  test('stays one, whoever is named afterwards', () => {
    const c = aComplaint({ aboutAgencyId: INSPECTORATE })
    const after = accepted(c, routing({ leadAgencyId: DELEGATE, aboutAgencyId: ROADS }), {
      actor: verifier,
      city,
    })
    expect(after.aboutAgencyId).toBe(INSPECTORATE)
    expect(after.formerAgencyIds).toContain(ROADS)
  })

  test('shows an anonymous reporter’s own words to whoever was given it, not to Inspektorat', () => {
    const c = supervisory({
      ...{ anonymous: true, leadAgencyId: DELEGATE, aboutAgencyId: INSPECTORATE },
    })
    const sees = (staff: typeof leader, field: 'originalText' | 'unscreenedMessage', of = c) =>
      canSee({ kind: 'staff', staff, revealed: false }, field, of, late, city)
    const delegate = someStaff('liaison', DELEGATE)
    for (const field of ['originalText', 'unscreenedMessage'] as const) {
      expect([sees(delegate, field), sees(inspector, field)]).toEqual([true, false])
      const usual = { ...c, leadAgencyId: INSPECTORATE, aboutAgencyId: ROADS }
      expect(sees(inspector, field, usual)).toBe(true)
    }
  })

  test('one that an agency merely proposes for Inspektorat is not about it', () => {
    const c = aComplaint({ proposedAgencyId: INSPECTORATE, returns: 1 })
    const command = routing({ leadAgencyId: INSPECTORATE })
    expect(refused(c, command, { actor: verifier, city })).toBeNull()
  })
})

test('an agency without a liaison is not routed to, nor asked to help', () => {
  const c = aComplaint()
  const alone = aRouting({ unstaffed: [ROADS] })
  expect(refused(c, alone, { actor: verifier })).toEqual({
    refused: 'agency_unstaffed',
    field: 'leadAgencyId',
  })
  const helping = aRouting({ supportingAgencyIds: [4], unstaffed: [4] })
  expect(refused(c, helping, { actor: verifier })).toEqual({
    refused: 'agency_unstaffed',
    field: 'supportingAgencyIds',
  })
})
