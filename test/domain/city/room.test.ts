import { expect, test } from 'vitest'
import type { City, FormNotice } from '../../../src/domain/city/city.ts'
import { newFaults } from '../../../src/domain/city/city-faults.ts'
import { aTown } from '../../support/dossiers.ts'

const notice = (id: number, fromDay: string, untilDay: string | null): FormNotice => ({
  ...{ id, text: 'Air mati.', categoryId: null, fromDay, untilDay, active: true },
})
const faults = (over: Partial<City>) =>
  newFaults(aTown(), { ...aTown(), ...over }).map(({ noun, what }) => `${noun} ${what}`)

test('the public form stands a table that was taken in by mistake', () => {
  const category = (active: boolean) => (_: unknown, i: number) => ({
    ...{ id: 100 + i, slug: `k-${i}`, name: `K ${i}`, defaultAgencyId: null, publicWorks: false },
    ...{ active, proposedBy: '' },
  })
  const categories = (n: number, active = true) => Array.from({ length: n }, category(active))
  expect(faults({ categories: categories(200) })).toEqual([])
  expect(faults({ categories: categories(201) })).toEqual(['category too_many'])
  const retired = [...categories(10), ...categories(2_991, false)]
  expect(faults({ categories: retired })).toEqual(['category too_many'])
})

test('ten notices stand on the form at once; those that are over, or come later, take no room', () => {
  const days = Array.from({ length: 10 }, (_, i) => notice(i, '2026-11-01', '2026-11-30'))
  const next = Array.from({ length: 10 }, (_, i) => notice(20 + i, '2026-12-01', null))
  expect(faults({ notices: [...days, ...next] })).toEqual([])
  expect(faults({ notices: [...days, notice(40, '2026-11-30', null)] })).toEqual([
    'notice too_many',
  ])
  expect(faults({ notices: [...next, notice(40, '2027-01-01', null)] })).toEqual([
    'notice too_many',
  ])
})
