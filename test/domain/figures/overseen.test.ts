import { describe, expect, test } from 'vitest'
import { contribution } from '../../../src/domain/figures/figures.ts'
import {
  aComplaint,
  accepted,
  HEALTH,
  liaison,
  officer,
  ROADS,
  wib,
} from '../../support/builders.ts'

const citysOf = (c: Parameters<typeof contribution>[0]) => contribution(c)[0]?.metrics ?? {}
const of = (id: number, c: Parameters<typeof contribution>[0]) =>
  Object.fromEntries(
    Object.entries(citysOf(c)).flatMap(([name, n]) =>
      name.startsWith(`agency:${id}/`) ? [[name.slice(`agency:${id}/`.length), n]] : [],
    ),
  )

describe('what staff oversee by', () => {
  test('it is what the agency’s own row says, with channel, place and the day of its lists', () => {
    const c = aComplaint({ state: 'in_progress', channel: 'counter' })
    const row = contribution(c).find(({ scope }) => scope === `agency:${ROADS}`)
    expect(of(ROADS, c)).toMatchObject({ ...row?.metrics })
    expect(of(ROADS, c)).toMatchObject({
      ...{ 'channel:counter': 1, 'place:1:6': 1, 'held:2026-12-14': 1 },
    })
  })

  test.each([{ confidential: true }, { supervisory: true }, { sensitive: 'child' as const }])(
    '%j is counted too, though no row of the agency has it',
    (secret) => {
      const c = aComplaint({ state: 'routed', ...secret })
      expect(of(ROADS, c)).toMatchObject({ received: 1, open: 1, confidential: 1 })
    },
  )

  test('what no agency has is nobody’s, and stands on the verifiers’ day', () => {
    const c = aComplaint({ state: 'received', leadAgencyId: null })
    expect(of(0, c)).toMatchObject({ received: 1, open: 1 })
    expect(Object.keys(of(0, c)).filter((name) => name.startsWith('held:'))).toHaveLength(1)
  })

  test('a closing that waits for the reporter is on nobody’s list of what is late', () => {
    const names = Object.keys(of(ROADS, aComplaint({ state: 'awaiting_confirmation' })))
    expect(names.filter((name) => name.startsWith('held:'))).toEqual([])
  })

  test('while the clock stands still it is held to the day of the sixty', () => {
    const asked = accepted(
      aComplaint({ state: 'in_progress' }),
      { name: 'ask', text: 'Di sebelah mana lubangnya?' },
      { actor: officer, now: wib('2026-12-14') },
    )
    expect(of(ROADS, asked)).toMatchObject({ 'held:2027-01-22': 1 })
  })

  test('who let a date pass keeps the lateness alone', () => {
    const late = { actor: liaison, now: wib('2026-12-16') }
    const back = accepted(
      aComplaint({ state: 'routed' }),
      {
        ...{ name: 'return', text: 'Bukan tugas kami, salurannya tersumbat.' },
        proposedAgencyId: HEALTH,
      },
      late,
    )
    expect(of(ROADS, back)).toEqual({
      ...{ 'due:2026-12-14': 1, follow_ups: 1, late_follow_ups: 1 },
    })
    expect(of(0, back)).toMatchObject({ received: 1, open: 1 })
  })

  test('a place is known by category and subdistrict, never of a supervisory report', () => {
    const spots = (c: Parameters<typeof contribution>[0]) =>
      Object.keys(citysOf(c)).filter((name) => name.includes('/spot:'))
    expect(spots(aComplaint({ subdistrictId: 601 }))).toEqual(['agency:0/spot:1:601'])
    expect(spots(aComplaint({ subdistrictId: null }))).toEqual([])
    expect(spots(aComplaint({ subdistrictId: 601, supervisory: true }))).toEqual([])
  })
})
