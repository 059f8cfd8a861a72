import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  makeReference,
  parseReference,
  referenceIn,
  typedReference,
} from '../../../src/domain/text/reference.ts'
import { seededRandom } from '../../seal/random-bytes.ts'
import { runs } from '../../support/rounds.ts'
import { anyText } from './any-text.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const aPrefix = fc.stringMatching(/^[A-Z0-9]{2,5}$/)
const someBytes = fc.uint8Array({ minLength: 7, maxLength: 7 })
const aReference = fc
  .tuple(aPrefix, someBytes)
  .map(([prefix, bytes]) => ({ prefix, reference: makeReference(prefix, () => bytes) }))

function lettersOf(reference: string, prefix: string): string[] {
  return [...reference.slice(prefix.length).replaceAll('-', '')]
}

describe('makeReference', () => {
  it('spells prefix, seven letters and a check letter', () => {
    expect(makeReference('DMI', () => new Uint8Array(7))).toBe('DMI-0000-0000')
    expect(makeReference('DMI', seededRandom(1))).toMatch(
      /^DMI-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
    )
  })

  it('uses every letter at every random place equally often', () => {
    const counts = new Map<string, number>()
    for (let value = 0; value < 256; value++) {
      const letters = lettersOf(
        makeReference('DMI', (n) => new Uint8Array(n).fill(value)),
        'DMI',
      )
      for (const [i, letter] of letters.slice(0, 7).entries()) {
        counts.set(`${i}${letter}`, (counts.get(`${i}${letter}`) ?? 0) + 1)
      }
    }
    expect(counts.size).toBe(7 * 32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  it('refuses a prefix that could not be read back', () => {
    for (const prefix of ['', 'D', 'dmi', 'DUMAI1', 'D-I']) {
      expect(() => makeReference(prefix, seededRandom(1))).toThrow(TypeError)
    }
  })
})

describe('parseReference', () => {
  it('reads back every number it made, with or without the prefix', () => {
    fc.assert(
      fc.property(aReference, ({ prefix, reference }) => {
        const read = { ok: true, reference }
        expect(parseReference(reference, prefix)).toEqual(read)
        expect(parseReference(reference.slice(prefix.length), prefix)).toEqual(read)
      }),
    )
  })

  it('overlooks case, spaces, dashes of any kind, full-width letters and O, I, L', () => {
    const dressings = fc.array(
      fc.constantFrom('', ' ', '-', '–', '—', '‑', '−', '\u00a0', '\u200b', '_', '.'),
      {
        minLength: 14,
        maxLength: 14,
      },
    )
    const spellings: Record<string, string[]> = {
      0: ['0', 'O', 'o', '０'],
      1: ['1', 'I', 'l', 'L', 'i'],
    }
    fc.assert(
      fc.property(aReference, dressings, fc.boolean(), fc.nat(), (made, gaps, lower, pick) => {
        const letters = [...made.reference.replaceAll('-', '')]
        const typed = letters
          .map((letter, i) => {
            const ways = spellings[letter] ?? [lower ? letter.toLowerCase() : letter]
            return (gaps[i] ?? '') + ways[pick % ways.length]
          })
          .join('')
        expect(parseReference(`${typed} `, made.prefix)).toEqual({
          ok: true,
          reference: made.reference,
        })
      }),
    )
  })

  it('catches every single wrong letter', () => {
    fc.assert(
      fc.property(aReference, ({ prefix, reference }) => {
        const letters = lettersOf(reference, prefix)
        for (let i = 0; i < letters.length; i++) {
          for (const wrong of ALPHABET) {
            if (wrong === letters[i]) continue
            const typed = letters.with(i, wrong).join('')
            expect(parseReference(typed, prefix)).toEqual({ ok: false, problem: 'mistyped' })
          }
        }
      }),
      { numRuns: runs(30) },
    )
  })

  it('catches every exchange of two letters, for all pairs at all places', () => {
    for (let i = 0; i < 8; i++) {
      for (let j = i + 1; j < 8; j++) {
        for (const [a, b] of allPairs()) {
          const letters = numberWith(i, a, j, b)
          const typed = letters
            .with(i, letters[j] ?? '')
            .with(j, letters[i] ?? '')
            .join('')
          const expected =
            letters[i] === letters[j] ? { ok: true } : { ok: false, problem: 'mistyped' }
          expect(parseReference(typed, 'DMI')).toMatchObject(expected)
        }
      }
    }
  })

  it('calls malformed what has another shape', () => {
    const good = makeReference('DMI', seededRandom(2))
    for (const typed of [
      '',
      ' ',
      'DMI',
      good.slice(0, -1),
      `${good}0`,
      `ABC${good.slice(3)}`,
      '7K4Q-2M9U',
      'é'.repeat(8),
      `${good}${' '.repeat(100)}`,
    ]) {
      expect(parseReference(typed, 'DMI')).toEqual({ ok: false, problem: 'malformed' })
    }
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(typeof parseReference(text, 'DMI').ok).toBe('boolean')
      }),
    )
  })
})

function allPairs(): [number, number][] {
  return Array.from({ length: 1024 }, (_, n) => [n >> 5, n & 31])
}

/** A valid number whose places i < j hold a and b; where j is the check letter, b moves a neighbour. */
function numberWith(i: number, a: number, j: number, b: number): string[] {
  const bytes = Uint8Array.of(3, 14, 15, 9, 26, 5, 8)
  bytes[i] = a
  if (j < 7) bytes[j] = b
  else bytes[(i + 1) % 7] = b
  return lettersOf(
    makeReference('DMI', () => bytes),
    'DMI',
  )
}

describe('a number among other words', () => {
  const good = makeReference('DMI', seededRandom(4))
  const bare = good.slice(4)

  it.each([
    `Nomor: ${good}`,
    `nomor laporan ${good.toLowerCase()}.`,
    `“${good}”`,
    `Lubang di ${good} kapan selesai?`,
    `Nomor ${good} kode akses ABCD-EFGH-JKMN-P`,
    `https://lapor.example/b/${good}#ABCDEFGHJKMNP`,
    `nomor:${good.replaceAll('-', '–')}`,
    `Nomor: ${good.replaceAll('-', ' ')}`,
    `no ${good.replaceAll('-', '')}`,
    `nomor kode ${good.replaceAll('-', ' ')}`,
  ])('is found: %s', (typed) => {
    expect(referenceIn(typed, 'DMI')).toBe(good)
    expect(typedReference(typed, 'DMI')).toEqual({ ok: true, reference: good })
  })

  it('needs its prefix, or a digit, so that words are searched for as words', () => {
    expect(referenceIn(bare, 'DMI')).toBe(/\d/.test(bare) ? good : null)
    expect(referenceIn(`Nomor: ${bare}`, 'DMI')).toBe(/\d/.test(bare) ? good : null)
    expect(typedReference(`kode ${bare}`, 'DMI')).toEqual({ ok: true, reference: good })
    const lettersOnly = fc.stringMatching(/^[a-z]{8}$/)
    fc.assert(
      fc.property(lettersOnly, (word) => {
        expect(referenceIn(word, 'DMI')).toBeNull()
        expect(referenceIn(`${word.slice(0, 4)}-${word.slice(4)}`, 'DMI')).toBeNull()
      }),
    )
  })

  it.each(['', 'lampu jalan padam', 'DMI', `X${good}`, `ABC-${bare}`, `${good}0`, 'DMI-0000-0001'])(
    'is not found: %s',
    (typed) => {
      expect(referenceIn(typed, 'DMI')).toBeNull()
    },
  )

  it('is found after any label, and nothing throws', () => {
    const label = fc.constantFrom(
      'Nomor:',
      'No. laporan',
      'nomor laporan saya =',
      '#',
      'Report number:',
    )
    fc.assert(
      fc.property(aReference, label, ({ prefix, reference }, before) => {
        expect(typedReference(`${before} ${reference}`, prefix)).toEqual({ ok: true, reference })
      }),
    )
    fc.assert(fc.property(anyText, (text) => void referenceIn(text, 'DMI')))
  })

  it('tells a mistyped one as mistyped', () => {
    expect(typedReference('Nomor: DMI-0000-0001', 'DMI')).toEqual({
      ok: false,
      problem: 'mistyped',
    })
  })
})
