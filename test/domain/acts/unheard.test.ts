import { describe, expect, test } from 'vitest'
import { liveClock } from '../../../src/domain/case/complaint.ts'
import { contribution } from '../../../src/domain/figures/figures.ts'
import {
  aComplaint,
  accepted,
  officer,
  refused,
  reporter,
  timer,
  wib,
} from '../../support/builders.ts'

const text = 'Saya baru bisa membuka halaman ini.'
const asked = accepted(
  aComplaint({ state: 'in_progress' }),
  { name: 'ask', text: 'Di sebelah mana lubangnya?' },
  { actor: officer },
)
const WAITS = {
  lapse: [asked, 'withdrawn', wib('2026-12-28')],
  close_by_silence: [aComplaint({ state: 'awaiting_confirmation' }), 'closed', wib('2026-12-28')],
} as const
const names = ['lapse', 'close_by_silence'] as const

describe.each(names)('%s', (name) => {
  const [waiting, over, due] = WAITS[name]
  const by = (now: number) => ({ actor: timer, now })
  const late = wib('2027-02-23')
  const unheard = accepted(waiting, { name, heard: false }, by(late))

  test('of somebody who was told needs no more than its date', () => {
    const ended = accepted(waiting, { name, heard: true }, by(due))
    expect(ended).toMatchObject({ state: over, unheard: false })
  })

  test('of somebody whom nobody could tell comes after 90 calendar days, and says so', () => {
    for (const now of [due, wib('2027-02-22')])
      expect(refused(waiting, { name, heard: false }, by(now))).toEqual({ refused: 'not_due' })
    expect(unheard).toMatchObject({ state: over, unheard: true })
    expect(contribution(unheard).map(({ metrics }) => metrics.unheard)).not.toContain(undefined)
  })

  test('is reopened by the reporter whenever they come, from where it stood', () => {
    const now = wib('2027-06-15')
    const reopen = { name: 'reopen', text } as const
    const again = accepted(unheard, reopen, { actor: reporter, now })
    expect(again).toMatchObject({ state: 'in_progress', unheard: false, lapsed: false })
    expect(liveClock(again, 'settle')).toBeDefined()
    const told = accepted(waiting, { name, heard: true }, by(due))
    expect(refused(told, reopen, { actor: reporter, now })?.refused).toBe(
      name === 'lapse' ? 'wrong_state' : 'too_late',
    )
  })
})

test('what a verifier asked goes back to them', () => {
  const held = aComplaint({ state: 'awaiting_info' })
  const unheard = accepted(
    held,
    { name: 'lapse', heard: false },
    { actor: timer, now: wib('2027-03-15') },
  )
  const again = accepted(unheard, { name: 'reopen', text }, { now: wib('2027-06-15') })
  expect(again).toMatchObject({ state: 'received', leadAgencyId: null })
  expect(liveClock(again, 'verify')?.status).toBe('running')
})
