import { expect, it } from 'vitest'
import { sentencesOf } from '../../../src/domain/text/sentences.ts'

it('takes a text apart at its sentences and lines, not at its abbreviations', () => {
  expect(
    sentencesOf(
      'Lampu di Jl. Purnama No. 5 padam! Saya bidan di sana.\n\n- Sejak Senin\nTolong...',
    ),
  ).toEqual([
    'Lampu di Jl. Purnama No. 5 padam!',
    'Saya bidan di sana.',
    '- Sejak Senin',
    'Tolong...',
  ])
})

it('leaves no piece so long that it is confirmed unread', () => {
  const endless = `${'lampu padam, saya bidan puskesmas '.repeat(30)}${'x'.repeat(500)}😀`
  const pieces = sentencesOf(endless)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(160)
})

it('makes no thousand boxes of a hostile text', () => {
  expect(sentencesOf('a\n'.repeat(2500)).length).toBeLessThanOrEqual(80)
})

it('loses and adds no word', () => {
  const text = `Satu. Dua? Tiga\n${'kata yang panjang sekali '.repeat(40)}\n${'😀'.repeat(200)}`
  const letters = (words: string) => words.replace(/\s+/g, '')
  expect(letters(sentencesOf(text).join(''))).toBe(letters(text))
  expect(sentencesOf(text).join('').isWellFormed()).toBe(true)
  expect(sentencesOf('')).toEqual([])
})
