import type { RandomBytes } from '../../src/domain/text/bytes.ts'

/** A repeatable source (mulberry32): the same seed gives the same bytes, for tests only. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) & 255
  }
  return (n) => Uint8Array.from({ length: n }, next)
}
