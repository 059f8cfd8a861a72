import type { RandomBytes } from '../src/domain/text/bytes.ts'

/** Chance that repeats: the same parts give the same draws. For demo data only, never for secrets. */
export interface Random {
  /** In [0, 1). */
  next: () => number
  bytes: RandomBytes
  /** A whole number from min to max, both included. */
  int: (min: number, max: number) => number
  between: (min: number, max: number) => number
  chance: (p: number) => boolean
  pick: <T>(list: readonly T[]) => T
}

/** A source of its own for whatever the parts name, so that one draw more shifts nothing elsewhere. */
export function seeded(...parts: (string | number)[]): Random {
  const word = sfc32(fingerprint(parts.join('|')))
  const next = () => word() / 2 ** 32
  const between = (min: number, max: number) => min + next() * (max - min)
  return {
    next,
    between,
    bytes: (n) => Uint8Array.from({ length: n }, () => word() & 255),
    int: (min, max) => Math.floor(between(min, max + 1)),
    chance: (p) => next() < p,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[Math.floor(next() * list.length)] as (typeof list)[number]
    },
  }
}

type Words = [number, number, number, number]

/** Four words that every letter of the text reaches (FNV-1a with four primes). */
function fingerprint(text: string): Words {
  const words: Words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
  const primes: Words = [0x01000193, 0x0100019b, 0x010001b5, 0x010001bd]
  for (const letter of text)
    for (const i of [0, 1, 2, 3] as const)
      words[i] = Math.imul(words[i] ^ (letter.codePointAt(0) ?? 0), primes[i])
  return words
}

/** Chris Doty-Humphrey's small fast counter: 32 bits a call. */
function sfc32([a, b, c, d]: Words) {
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return t >>> 0
  }
  for (let i = 0; i < 16; i++) word()
  return word
}
