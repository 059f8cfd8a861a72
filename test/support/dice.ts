/** Chance that comes out the same for the same seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, n. */
  nat: (n: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True so many times of a hundred. */
  percent: (n: number) => boolean
  bytes: (n: number) => Uint8Array
}

/** Mulberry32: small, and good enough to walk by. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const nat = (n: number): number => next() % n
  return {
    nat,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[nat(list.length)] as (typeof list)[number]
    },
    percent: (n) => nat(100) < n,
    bytes: (n) => Uint8Array.from({ length: n }, () => nat(256)),
  }
}
