import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { clockOf, liveClock } from '../../../src/domain/case/complaint.ts'
import { toldOfEnd } from '../../../src/domain/case/heard.ts'
import { mayRead } from '../../../src/domain/case/parties.ts'
import { dueNow } from '../../../src/domain/time/due.ts'
import {
  aComplaint,
  aContext,
  accepted,
  aRouting,
  decisionOf,
  HEALTH,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  refused,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const text = 'Lubang itu di jalan kota, bukan di jalan nasional.'
const admin = someStaff('admin')
const now = wib('2026-11-30')
const objection = { name: 'object', text } as const
const asked = accepted(
  aComplaint({ state: 'in_progress' }),
  { name: 'ask', text: 'Di sebelah mana lubangnya?' },
  { actor: officer },
)
const lapsed = accepted(
  asked,
  { name: 'lapse', heard: true },
  { actor: timer, now: wib('2026-12-28') },
)

const ENDS = {
  'Bukan wewenang': [aComplaint({ state: 'referred' }), now],
  Diarsipkan: [aComplaint({ state: 'archived' }), now],
  lapse: [lapsed, wib('2026-12-29')],
} as const

describe.each(Object.entries(ENDS))('%s', (_name, [over, at]) => {
  const objected = accepted(over, objection, { now: at })

  test('is objected to, and waits for the city administrator five working days', () => {
    expect(objected).toMatchObject({ state: 'received', objection: 'open', leadAgencyId: null })
    expect(liveClock(objected, 'objection')).toMatchObject({ unit: 'working_day', length: 5 })
    expect(liveClock(objected, 'verify')).toBeUndefined()
    expect(dueNow(objected)).toMatchObject({ kind: 'due' })
    expect(clockOf(objected, 'settle')?.startDay).toBe(clockOf(over, 'settle')?.startDay)
    expect(liveClock(objected, 'settle')?.round).toBe(clockOf(over, 'settle')?.round)
  })

  test('is routed by the administrator alone, for good', () => {
    const routing = aRouting({ leadAgencyId: HEALTH })
    expect(refused(objected, routing, { actor: verifier, now: at })?.refused).toBe(
      'coordinator_only',
    )
    const routed = accepted(objected, routing, { actor: admin, now: at })
    expect(routed).toMatchObject({ state: 'routed', objection: 'upheld', cameFrom: null })
    expect(clockOf(routed, 'objection')?.status).toBe('ended')
    const back: Command = { name: 'return', text, proposedAgencyId: ROADS }
    const { refused: code } =
      refused(routed, back, { actor: someStaff('liaison', HEALTH), now: at }) ?? {}
    expect(code).toBe('routed_for_good')
  })

  test('stays as it was where the administrator refuses, with a reason for the reporter', () => {
    const refusal = { name: 'overrule', text } as const
    expect(refused(objected, refusal, { actor: verifier, now: at })?.refused).toBe('not_allowed')
    const short = { ...refusal, text: 'ya' }
    expect(refused(objected, short, { actor: admin, now: at })?.refused).toBe('text_too_short')
    const decided = decisionOf(objected, refusal, aContext({ actor: admin, now: at }))
    if (isRefusal(decided)) throw new Error(decided.refused)
    expect(decided.after).toMatchObject({ state: over.state, objection: 'refused' })
    expect(decided.message).toMatchObject({ audience: 'reporter', text })
    expect(decided.notices).toEqual([{ to: 'reporter', agencyId: null, template: 'overruled' }])
    expect(refused(decided.after, objection, { now: at })?.refused).toBe('already_said')
  })

  test('is not answered in any other way meanwhile', () => {
    const others: Command[] = [
      { name: 'archive', text },
      { name: 'refer', text },
      { name: 'ask', text },
      { name: 'merge', root: aComplaint({ state: 'in_progress', id: 50 }) },
    ]
    for (const other of others)
      expect(refused(objected, other, { actor: verifier, now: at })?.refused).toBe(
        'coordinator_only',
      )
  })
})

test('what the reporter withdrew, or knew to be over for 30 days, is not objected to', () => {
  const archived = aComplaint({ state: 'archived' })
  const told = { ...archived, toldAt: wib('2026-12-01') }
  expect(refused(told, objection, { now: wib('2026-12-31') })).toBeNull()
  expect(refused(told, objection, { now: wib('2027-01-01') })?.refused).toBe('too_late')
  expect(refused(archived, objection, { now: wib('2027-06-01') })).toBeNull()
  expect(refused(aComplaint({ state: 'withdrawn' }), objection, { now })?.refused).toBe(
    'wrong_state',
  )
  expect(refused(aComplaint({ state: 'closed' }), objection, { now })?.refused).toBe('wrong_state')
  expect(refused(archived, objection, { actor: verifier, now })?.refused).toBe('not_allowed')
})

test('they were told by whatever came first since it ended', () => {
  const at = wib('2026-11-30')
  const [before, soon, later] = [at - 1, at + 1, at + 2]
  const archived = { state: 'archived', lapsed: false, unheard: false, closedAt: at } as const
  expect(toldOfEnd(archived, null, null)).toBeNull()
  expect(toldOfEnd(archived, before, null)).toBeNull()
  expect(toldOfEnd(archived, later, soon)).toBe(soon)
  expect(toldOfEnd(archived, soon, later)).toBe(soon)
  expect(toldOfEnd({ ...archived, state: 'withdrawn' }, soon, soon)).toBeNull()
  expect(toldOfEnd({ ...archived, state: 'withdrawn', lapsed: true }, soon, null)).toBe(soon)
})

test('what was late by then stays late, and the days of the archive are given back alone', () => {
  const at = wib('2027-01-06')
  const archived = aComplaint({ state: 'archived' })
  const objected = accepted(archived, objection, { now: wib('2026-12-23') })
  expect(liveClock(objected, 'settle')?.pauses.map(({ cause }) => cause)).toEqual(['archive'])
  const late = { ...lapsed, everLate: true }
  expect(accepted(late, objection, { now: at }).everLate).toBe(true)
})

test('an administrator of an agency complained about decides nothing; one sees a supervisory case', () => {
  const objected = accepted(lapsed, objection, { now: wib('2026-12-29') })
  const ofRoads = someStaff('admin', null, {
    memberships: [
      { role: 'admin', agencyId: null, since: 0, until: null },
      { role: 'liaison', agencyId: ROADS, since: 0, until: null },
    ],
  })
  const by = { actor: ofRoads, now: wib('2026-12-29') }
  expect(refused(objected, { name: 'overrule', text }, by)?.refused).toBe('not_allowed')
  expect(refused(objected, aRouting({ leadAgencyId: HEALTH }), by)?.refused).toBe('not_allowed')
  const secret = { ...objected, supervisory: true }
  expect(mayRead(admin, secret, by.now)).toBe(true)
  expect(mayRead(admin, { ...secret, objection: null }, by.now)).toBe(false)
})

test('by a key that staff of the agency have seen nobody objects to its lapse', () => {
  const seen = { ...lapsed, keySeenBy: [ROADS] }
  expect(refused(seen, objection, { now: wib('2026-12-29') })?.refused).toBe('key_not_renewed')
})

test('whoever answers for a reporter without a key objects for them', () => {
  const keyless = {
    ...aComplaint({ state: 'archived' }),
    hasKeyHolder: false,
    filedBy: liaison.kind,
  }
  const filer = someStaff('officer', HEALTH, { id: liaison.kind })
  expect(refused(keyless, objection, { actor: filer, now })).toBeNull()
  expect(
    refused(keyless, objection, { actor: someStaff('inspectorate', INSPECTORATE), now }),
  ).toEqual({ refused: 'not_allowed' })
})

test('the ladder climbs to the administrator, who alone can help', () => {
  const objected = accepted(aComplaint({ state: 'archived' }), objection, { now })
  const at = wib('2026-12-10')
  const decided = decisionOf(
    objected,
    { name: 'escalate', rung: 1 },
    aContext({ actor: timer, now: at }),
  )
  if (isRefusal(decided)) throw new Error(decided.refused)
  expect(decided.facts.clock).toBe('objection')
  expect(decided.notices).toEqual([{ to: 'admin', agencyId: null, template: 'overdue' }])
})
