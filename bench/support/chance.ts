/** Repeatable bytes, the same for the same seed: a filled database is the same each time. */
export function chanceOf(seed: number) {
  let state = seed >>> 0
  return (n: number): Uint8Array => {
    const bytes = new Uint8Array(n)
    for (let i = 0; i < n; i++) {
      // mulberry32
      state = (state + 0x6d2b79f5) >>> 0
      let t = Math.imul(state ^ (state >>> 15), state | 1)
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
      bytes[i] = (t ^ (t >>> 14)) & 255
    }
    return bytes
  }
}
