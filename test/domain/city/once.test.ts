import { expect, test, vi } from 'vitest'
import { calendarOf, rulesOf } from '../../../src/domain/city/city.ts'
import { aCityData } from '../../support/builders.ts'

test.each([
  ['calendar', calendarOf],
  ['rules', rulesOf],
] as const)('the %s of a version of the city are put together once, however many ask', (_, of) => {
  const city = aCityData()
  const walked = vi.spyOn(city.agencies, 'filter')
  for (let row = 0; row < 50; row++) of(city)
  expect(walked).toHaveBeenCalledTimes(1)
  expect(of({ ...city })).not.toBe(of(city))
})
