import { expect, test } from 'vitest'
import { placedIn } from '../../../src/domain/text/placed.ts'

const names = [
  { name: 'Bukit Kapur', token: 'kec3' },
  { name: 'Bukit Kayu Kapur', token: 'kel9' },
  { name: 'Dumai Kota', token: 'kec1' },
  { name: 'Dumai Kota', token: 'kel2' },
]

test('a place is known by its whole name, the longest first, and what is left is words', () => {
  expect(placedIn('Lampu padam di bukit kapur', names)).toEqual({
    places: [{ words: 'bukit kapur', tokens: ['kec3'] }],
    rest: 'lampu padam di',
  })
  expect(placedIn('BUKIT KAYU KAPUR', names).places).toEqual([
    { words: 'bukit kayu kapur', tokens: ['kel9'] },
  ])
  expect(placedIn('bukit kap', names)).toEqual({ places: [], rest: 'bukit kap' })
  expect(placedIn('', names)).toEqual({ places: [], rest: '' })
})

test('its kind chooses between two of one name, and is no word', () => {
  expect(placedIn('dumai kota', names).places[0]?.tokens).toEqual(['kec1', 'kel2'])
  expect(placedIn('Kel. Dumai Kota', names)).toEqual({
    places: [{ words: 'dumai kota', tokens: ['kel2'] }],
    rest: '',
  })
  expect(placedIn('kelurahan bukit kapur', names).places[0]?.tokens).toEqual(['kec3'])
})
