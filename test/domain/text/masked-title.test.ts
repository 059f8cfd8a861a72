import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TITLE_MAX, TITLE_MIN } from '../../../src/domain/text/limits.ts'
import { maskedTitle } from '../../../src/domain/text/masked-title.ts'
import { findPersonalData, maskPersonalData } from '../../../src/domain/text/screening.ts'

test('hides what is personal and stays as long as a title may be', () => {
  const title = `KTP saya 1472010101010001 ditolak, telepon 081234567890, ${'lurah tidak ada, '.repeat(4)}`
  const typed = title.slice(0, TITLE_MAX)
  expect(maskPersonalData(typed).length).toBeGreaterThan(TITLE_MAX)
  const masked = maskedTitle(typed)
  expect([...masked].length).toBeLessThanOrEqual(TITLE_MAX)
  expect(masked).not.toMatch(/\d{6}/)
  expect(masked).toContain('[NIK disamarkan]')
})

test('a short title without anything personal is itself', () => {
  expect(maskedTitle('Lampu jalan padam (RT 03)')).toBe('Lampu jalan padam (RT 03)')
})

test('whatever is typed, what is offered is never refused for its length', () => {
  const piece = fc.constantFrom(
    '1472010101010001',
    '081234567890',
    'a@contoh.id',
    'BM 1234 AB',
    'jalan',
    '🙂',
    '[apa]',
    'rekening BRI 1234567890123',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      const typed = [...pieces.join(' ')].slice(0, TITLE_MAX).join('')
      const masked = [...maskedTitle(typed)]
      expect(masked.length).toBeLessThanOrEqual(TITLE_MAX)
      if ([...typed].length >= TITLE_MIN) expect(masked.length).toBeGreaterThanOrEqual(TITLE_MIN)
      expect(findPersonalData(masked.join(''))).toEqual([])
    }),
  )
})
