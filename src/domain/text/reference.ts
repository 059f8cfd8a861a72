import type { RandomBytes } from './bytes.ts'
import { crockfordLetters, foldTyped, isCrockford, letterOf, letterValue } from './crockford.ts'
import { plainTyped } from './plain-typed.ts'

/** `mistyped`: the right shape, but the check letter does not fit. */
export type ParsedReference =
  | { ok: true; reference: string }
  | { ok: false; problem: 'malformed' | 'mistyped' }

/** Such as DMI-7K4Q-2M9X. 32^7 numbers exist: store it UNIQUE and try again. */
export function makeReference(prefix: string, random: RandomBytes): string {
  if (!/^[A-Z0-9]{2,5}$/.test(prefix)) throw new TypeError('a prefix is 2-5 capitals or digits')
  const letters = crockfordLetters(random(7))
  return spell(prefix, letters + checkLetter(letters))
}

export function parseReference(text: string, prefix: string): ParsedReference {
  const typed = foldTyped(text)
  const foldedPrefix = foldTyped(prefix)
  const prefixed = typed.length === 8 + foldedPrefix.length && typed.startsWith(foldedPrefix)
  const letters = prefixed ? typed.slice(foldedPrefix.length) : typed
  if (letters.length !== 8 || !isCrockford(letters)) return { ok: false, problem: 'malformed' }
  if (checkLetter(letters.slice(0, 7)) !== letters[7]) return { ok: false, problem: 'mistyped' }
  return { ok: true, reference: spell(prefix, letters) }
}

/** A number as it is typed where one is asked for: also behind a label, or within an address. */
export function typedReference(text: string, prefix: string): ParsedReference {
  const parsed = parseReference(text, prefix)
  if (parsed.ok) return parsed
  const found = candidates(text, prefix, true)
  return found.find((one) => one.ok) ?? found[0] ?? parsed
}

/**
 * A number among words that are searched for. Without its prefix it needs a digit: "kira-kira" is of
 * the same letters.
 */
export function referenceIn(text: string, prefix: string): string | null {
  const found = candidates(text, prefix, false).find((one) => one.ok)
  return found?.ok ? found.reference : null
}

/** Its two groups as facets of the search index: DMI-7K4Q-2M9X is found as no7k4q and no2m9x. */
export function numberTokens(reference: string): string[] {
  return reference
    .split('-')
    .slice(-2)
    .map((group) => `no${group.toLowerCase()}`)
}

/** From so many letters on a few numbers at most begin alike. */
const BEGUN = 4

/**
 * Facet of the numbers of which so much was typed that a group of four is whole, at its beginning or
 * its end; null of anything else, of a whole number, too.
 */
export function numberTokenIn(text: string, prefix: string): string | null {
  const plain = plainTyped(text.slice(0, LONGEST))
  const [typed, named] = [foldTyped(plain), foldTyped(prefix)]
  const isNamed = typed.startsWith(named)
  const letters = isNamed ? typed.slice(named.length) : typed
  if (letters.length < BEGUN || letters.length > 7 || !isCrockford(letters)) return null
  if (!isNamed && (!/[\d-]/.test(plain) || plain.includes(' '))) return null
  return `no${letters.slice(-BEGUN).toLowerCase()}`
}

/**
 * How numbers begin of which the first letters were typed, with the prefix or a digit among them; null
 * of anything else, of a whole number, too.
 */
export function referenceBegun(text: string, prefix: string): string | null {
  const plain = plainTyped(text.slice(0, LONGEST))
  const [typed, named] = [foldTyped(plain), foldTyped(prefix)]
  const isNamed = typed.startsWith(named)
  const letters = isNamed ? typed.slice(named.length) : typed
  if (letters.length < BEGUN || letters.length > 7 || !isCrockford(letters)) return null
  if (!isNamed && (!/\d/.test(plain) || plain.includes(' '))) return null
  return spell(prefix, letters).replace(/-$/, '')
}

function candidates(text: string, prefix: string, mayBeLetters: boolean): ParsedReference[] {
  const plain = plainTyped(text.slice(0, LONGEST))
  return [...plain.matchAll(among(prefix))].flatMap(([, named, first = '', last = '']) => {
    const letters = first + last
    return named || mayBeLetters || /\d/.test(letters) ? parseReference(letters, prefix) : []
  })
}

/** Looks ahead only, so that the label "kode" does not take the half of a number with it. */
function among(prefix: string): RegExp {
  const letter = '[\\p{L}\\p{N}]'
  const four = '([a-z0-9]{4})'
  return new RegExp(
    `(?<!${letter})(?=(?:(${prefix}(?:(?!${letter}).){0,3})|(?<!${letter}-))${four}[-_. ]{0,3}${four}(?!${letter}))`,
    'giu',
  )
}

const LONGEST = 500

function spell(prefix: string, letters: string): string {
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** All weights a^7..a^0 differ and none is 0: one wrong letter or two exchanged change the sum. */
function checkLetter(letters: string): string {
  let sum = 0
  for (const letter of letters) sum = timesA(sum ^ letterValue(letter))
  return letterOf(sum)
}

/** Times a in GF(32) = GF(2)[a] / (a^5 + a^2 + 1). */
function timesA(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0)
}
