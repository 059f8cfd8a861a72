import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, titleFrom } from '../../../src/domain/text/clean-text.ts'
import { runs } from '../../support/rounds.ts'
import { anyText } from './any-text.ts'

describe('typed text', () => {
  test.each([
    ['newlines of every kind become one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['control characters go', 'a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['direction overrides go', 'foto\u202egpj.exe\u2066', 'fotogpj.exe'],
    ['zero-width characters go', 'ru\u200bsak\ufeff\u00ad', 'rusak'],
    ['a letter and its mark meet when what stood between them goes', 'e\u200b\u0301', 'é'],
    ['composed and decomposed letters become the same', 'cafe\u0301', 'café'],
    ['spaces at the ends and of odd widths', '\u3000 halo\u00a0dunia \n\n', 'halo dunia'],
    ['more than one empty line becomes one', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['half of a surrogate pair is no letter', 'a\ud800b', 'a\ufffdb'],
    ['a tower of marks is cut', `a${'\u0316'.repeat(40)}`, `a${'\u0316'.repeat(4)}`],
    ['emoji stay whole', 'lampu 💡 mati', 'lampu 💡 mati'],
  ])('%s', (_name, typed, expected) => {
    expect(cleanText(typed)).toBe(expected)
  })

  test('cleaning twice is cleaning once', () => {
    void fc.assert(
      fc.property(anyText, (typed) => {
        const once = cleanText(typed)
        expect(cleanText(once)).toBe(once)
        expect(cleanLine(typed)).not.toMatch(/\n/)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('a title out of a text', () => {
  test.each([
    ['Lampu jalan mati sejak Senin. Tolong diperbaiki.', 'Lampu jalan mati sejak Senin'],
    ['Lubang di depan SPBU\nsudah dua minggu', 'Lubang di depan SPBU sudah dua minggu'],
    ['Kapan jalan ini diperbaiki? Sudah lama.', 'Kapan jalan ini diperbaiki?'],
    [
      'Lubang besar di Jl. Sudirman dekat pasar. Dalam.',
      'Lubang besar di Jl. Sudirman dekat pasar',
    ],
    ['Pendek', 'Pendek'],
    ['', ''],
  ])('"%s"', (text, title) => {
    expect(titleFrom(text)).toBe(title)
  })

  test('a long sentence is cut between words, with an ellipsis, within 120 characters', () => {
    const title = titleFrom('jalan rusak parah sekali '.repeat(20))
    expect([...title].length).toBeLessThanOrEqual(120)
    expect(title).toMatch(/ (jalan|rusak|parah|sekali)…$/)
  })

  test('is never longer than 120 characters and always begins as the text does', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const text = cleanText(typed)
        const title = titleFrom(text)
        expect([...title].length).toBeLessThanOrEqual(120)
        expect(cleanLine(text).startsWith(title.replace(/…$/u, ''))).toBe(true)
      }),
    )
  })
})
