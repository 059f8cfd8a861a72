import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, titleFrom } from '../../../src/domain/text/clean-text.ts'
import { runs } from '../../support/rounds.ts'
import { anyText } from './any-text.ts'

describe('typed text', () => {
  test.each([
    ['newlines of every kind become one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    [
      'other breaks of a line break',
      'lampu\u000bmati\u000cgelap\u0085\u2029ya',
      'lampu\nmati\ngelap\n\nya',
    ],
    ['other controls stand apart', 'lampu\u0000mati\u0007c\u001b[31m', 'lampu mati c [31m'],
    [
      'blanks that are no space stand apart',
      'lampu\u3164mati\u2800gelap\ufffcya',
      'lampu mati gelap ya',
    ],
    ['joiners inside a word stay', 'می\u200cخواهم ক\u09cd\u200dষ', 'می\u200cخواهم ক\u09cd\u200dষ'],
    [
      'joiners elsewhere go',
      '\u200dlampu\u200c mati\u200d\u200dgelap 14\u200d71',
      'lampu matigelap 1471',
    ],
    [
      'emoji of several parts stay whole',
      '👨\u200d👩\u200d👧 ❤️\u200d🔥 👍🏽 🏳️\u200d🌈',
      '👨\u200d👩\u200d👧 ❤️\u200d🔥 👍🏽 🏳️\u200d🌈',
    ],
    [
      'a tower with joiners is cut',
      `a${'\u0316\u200d'.repeat(40)}b`,
      `a${'\u0316\u200d'.repeat(4)}b`,
    ],
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

  test('nothing that separates glues two words', () => {
    const separator = fc.constantFrom(
      ...Array.from({ length: 0xa1 }, (_, code) => String.fromCharCode(code)).filter((letter) =>
        /[\p{Cc}\s]/u.test(letter),
      ),
      ...'\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
    )
    void fc.assert(
      fc.property(fc.array(separator, { minLength: 1, maxLength: 4 }), (between) => {
        expect(cleanText(`lampu${between.join('')}mati`)).toMatch(/^lampu\s+mati$/)
        expect(cleanLine(`lampu${between.join('')}mati`)).toBe('lampu mati')
      }),
      { numRuns: runs(300) },
    )
  })

  test('what can be joined cleans once, too', () => {
    const parts = fc.constantFrom(
      ...'a1 \u200c\u200d\u0301\u0316\u09cd\u034f\ufe0f\u200b\n',
      '👩',
      '🏽',
      'ক',
    )
    void fc.assert(
      fc.property(fc.array(parts, { maxLength: 24 }), (typed) => {
        const once = cleanText(typed.join(''))
        expect(cleanText(once)).toBe(once)
        expect(once).not.toMatch(
          /^(?:\u200c|\u200d)|(?:\u200c|\u200d)(?:\s|$)|(?:(?:\u200c|\u200d)?\p{M}){5}/u,
        )
      }),
      { numRuns: runs(1000) },
    )
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
