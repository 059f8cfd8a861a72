import { describe, expect, test } from 'vitest'
import { contribution } from '../../../src/domain/figures/figures.ts'
import {
  aComplaint,
  accepted,
  aFiling,
  aRouting,
  reporter,
  verifier,
} from '../../support/builders.ts'

const by = { actor: verifier }
const words = 'Laporan ini urusan kantor lain.'

describe('a report above what one address may file', () => {
  const waiting = accepted(null, aFiling({ quarantined: true }))

  test('is filed like any other, and counts nowhere', () => {
    expect(waiting).toMatchObject({ state: 'received', quarantined: true })
    expect(waiting.clocks).toEqual(accepted(null, aFiling()).clocks)
    expect(contribution(waiting)).toEqual([])
    expect(accepted(null, aFiling()).quarantined).toBe(false)
  })

  test.each([
    ['routes', aRouting()],
    ['asks', { name: 'ask' as const, text: words }],
    ['refers', { name: 'refer' as const, text: words }],
  ])('is let through by the verifier who %s', (_what, command) => {
    const after = accepted(waiting, command, by)
    expect(after.quarantined).toBe(false)
    expect(contribution(after).some(({ metrics }) => metrics.received === 1)).toBe(true)
  })

  test('is let through by being joined to another', () => {
    const root = aComplaint({ state: 'routed', id: 2 })
    const after = accepted(waiting, { name: 'merge', root }, by)
    expect(after.quarantined).toBe(false)
  })

  test('counts nowhere where it is put away, withdrawn, or brought back', () => {
    const archived = accepted(waiting, { name: 'archive', text: words }, by)
    expect([archived.quarantined, contribution(archived)]).toEqual([true, []])
    const withdrawn = accepted(
      waiting,
      { name: 'withdraw', text: words },
      {
        actor: reporter,
      },
    )
    expect([withdrawn.quarantined, contribution(withdrawn)]).toEqual([true, []])
  })
})
