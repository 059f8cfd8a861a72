import { expect, test } from 'vitest'
import { type Complaint, liveClock } from '../../../src/domain/case/complaint.ts'
import { mayReveal } from '../../../src/domain/case/reveal.ts'
import {
  aCity,
  aClosure,
  aComplaint,
  accepted,
  aRouting,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  refused,
  someStaff,
  verifier,
  wib,
} from '../../support/builders.ts'

const text = 'Ini sebenarnya permintaan informasi.'
const to = (name: 'complaint' | 'aspiration' | 'information') =>
  ({ name: 'change_class', class: name, text }) as const
const working = aComplaint({ state: 'in_progress' })
const now = wib('2026-11-25')
const returned: Partial<Complaint> = {
  state: 'received',
  leadAgencyId: null,
  formerAgencyIds: [ROADS],
}

test('another class is reckoned from the same start, in the same state', () => {
  const before = liveClock(working, 'settle')
  const after = accepted(working, to('information'), { actor: verifier, now })
  expect(after).toMatchObject({ state: 'in_progress', class: 'information', everLate: false })
  expect(liveClock(after, 'settle')).toMatchObject({
    ...{ startDay: before?.startDay, length: 5, round: before?.round },
    dueDay: '2026-12-01',
  })
})

test('what was late stays late, though the new length has not run out: its clock keeps its end', () => {
  const asked = accepted(working, to('information'), { actor: verifier, now })
  const late = wib('2026-12-03')
  const after = accepted(asked, to('complaint'), { actor: verifier, now: late })
  expect(liveClock(after, 'settle')).toEqual(liveClock(asked, 'settle'))
  const closing = accepted(after, aClosure(), { actor: officer, now: late })
  expect(closing.everLate).toBe(true)
  const archived = { ...after, state: 'received', leadAgencyId: null } as const
  const aside = { name: 'archive', text } as const
  expect(accepted(archived, aside, { actor: verifier, now: late }).everLate).toBe(true)
})

test('a clock that stood still in time when its class changed is no late one', () => {
  const asked = accepted(
    accepted(working, to('information'), { actor: verifier, now }),
    { name: 'ask', text: 'Di sebelah mana lubangnya?' },
    { actor: officer, now },
  )
  const after = accepted(asked, to('complaint'), { actor: verifier, now: wib('2026-12-10') })
  expect(liveClock(after, 'settle')).toMatchObject({ status: 'paused', length: 14 })
  expect(after.everLate).toBe(false)
})

test('only a verifier, with a reason, and to another class; of a supervisory case nobody', () => {
  const by = { actor: verifier, now }
  expect(refused(working, to('information'), { actor: liaison, now })?.refused).toBe('not_allowed')
  expect(refused(working, to('complaint'), by)).toEqual({ refused: 'already_said', field: 'class' })
  expect(refused(working, { ...to('information'), text: 'ya' }, by)?.refused).toBe('text_too_short')
  const supervisory = { ...working, supervisory: true, leadAgencyId: INSPECTORATE }
  expect(refused(supervisory, to('information'), by)?.refused).toBe('not_allowed')
  expect(refused(aComplaint({ state: 'closed' }), to('information'), by)?.refused).toBe(
    'wrong_state',
  )
})

test('an agency that had it as a complaint does not come to the name by another class', () => {
  const itsLiaison = someStaff('liaison', ROADS)
  const opens = (c: typeof working) => mayReveal(itsLiaison, c, now, aCity())
  const request = aComplaint({ state: 'in_progress', class: 'information', leadAgencyId: ROADS })
  expect(opens(request)).toBe(true)
  const had = aComplaint({ state: 'in_progress', leadAgencyId: ROADS })
  expect(opens(had)).toBe(false)
  const reclassed = accepted(had, to('information'), { actor: verifier, now })
  expect(reclassed.class).toBe('information')
  expect(opens(reclassed)).toBe(false)
  const gaveBack = { ...had, ...returned }
  const routed = accepted(gaveBack, aRouting({ class: 'information', leadAgencyId: ROADS }), {
    actor: verifier,
    now,
  })
  expect(opens(routed)).toBe(false)
})
