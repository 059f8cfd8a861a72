import { expect, test } from 'vitest'
import { soughtIn } from '../../../src/domain/text/sought.ts'

const words = (typed: string) => soughtIn(typed).map(({ word }) => word)

test('small words are left out, unless nothing else was typed', () => {
  expect(words('Lampu yang padam di RT 3')).toEqual(['lampu', 'padam', 'rt', '3'])
  expect(words('di')).toEqual(['di'])
  expect(words(' .,! ')).toEqual([])
})

test('an abbreviation and its word are the same', () => {
  const forms = (typed: string) => soughtIn(typed)[0]?.forms
  expect(forms('Jl.')).toEqual(expect.arrayContaining(['jl', 'jln', 'jalan', 'jalannya']))
  expect(new Set(forms('JALAN'))).toEqual(new Set(forms('jln')))
  expect(forms('3')).toEqual(['3', '03', '003'])
  expect(forms('30')).toEqual(['30', '030'])
  expect(forms('2026')).toEqual(['2026'])
})

test('words are folded as the index folds them, whatever they are written in', () => {
  expect(words('Bérlubang 한국 がく')).toEqual(['berlubang', '한국', 'がく'])
})

test('a whole report typed into the box is a match of bounded length', () => {
  const sought = soughtIn('pemberitahuannya perbaikan penerangan pertanggungjawaban '.repeat(50))
  expect(sought.length).toBe(8)
  expect(sought.flatMap(({ forms }) => forms).length).toBeLessThan(1300)
  expect(soughtIn('a'.repeat(10_000))[0]?.word.length).toBe(40)
})
