import { describe, expect, test } from 'vitest'
import {
  aComplaint,
  accepted,
  aRelease,
  aRouting,
  HEALTH,
  liaison,
  refused,
  verifier,
  withheld,
} from '../../support/builders.ts'

const by = { actor: verifier }

describe('routing an anonymous report', () => {
  const filed = aComplaint({ state: 'received', anonymous: true })

  test('needs the copy that the agency reads instead', () => {
    for (const screenedText of [null, '', 'pendek'])
      expect(refused(filed, aRouting({ screenedText }), by)).toEqual({
        refused: 'text_too_short',
        field: 'screenedText',
      })
  })

  test('needs the clean title, also where the public sees nothing', () => {
    expect(refused(filed, aRouting({ release: withheld }), by)).toEqual({
      refused: 'text_too_short',
      field: 'release.title',
    })
    const release = { ...withheld, title: 'Lubang di jalan' }
    expect(accepted(filed, aRouting({ release }), by).state).toBe('routed')
  })

  test('asks neither of a report with a name', () => {
    const named = aComplaint({ state: 'received' })
    expect(refused(named, aRouting({ screenedText: null, release: withheld }), by)).toBeNull()
  })
})

describe('the exact point', () => {
  const release = aRelease({ point: true })
  const filed = aComplaint({ state: 'received' })

  test('is public where the category is public works', () => {
    expect(accepted(filed, aRouting({ release }), by).release.point).toBe(true)
  })

  test('stays back elsewhere, whether routing or releasing later asks for it', () => {
    const routed = accepted(filed, aRouting({ categoryId: 2, release }), by)
    expect(routed.release).toEqual({ status: 'released', point: false })
    expect(accepted(routed, { name: 'release', release }, by).release.point).toBe(false)
  })
})

test('a later release refuses what is flagged sensitive', () => {
  const routed = aComplaint({ state: 'routed', sensitive: 'child' })
  const refusal = refused(routed, { name: 'release', release: aRelease() }, by)
  expect(refusal).toEqual({ refused: 'never_public', field: 'release.release' })
})

test('a case is given to nobody outside the lead agency', () => {
  const routed = aComplaint({ state: 'routed' })
  const stranger = { name: 'assign', officerId: `officer-${HEALTH}`, among: ['budi'] } as const
  expect(refused(routed, stranger, { actor: liaison })).toEqual({
    refused: 'not_allowed',
    field: 'officerId',
  })
  const own = { ...stranger, officerId: 'budi' }
  expect(accepted(routed, own, { actor: liaison }).officerId).toBe('budi')
})
