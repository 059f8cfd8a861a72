/** A bit stream as RFC 1951 packs it: least significant bit first. Past the end come zeros. */
export interface Bits {
  input: Uint8Array
  bit: number
}

export interface Code {
  /** How many codes there are of each length. */
  counts: number[]
  /** Their symbols, in the order of the codes. */
  symbols: number[]
}

const MAX_BITS = 15

export function take(bits: Bits, count: number): number {
  let value = 0
  for (let index = 0; index < count; index++, bits.bit++) {
    value |= (((bits.input[bits.bit >> 3] ?? 0) >> (bits.bit & 7)) & 1) << index
  }
  return value
}

/** Canonical codes (RFC 1951, 3.2.2) from the code length of each symbol. */
export function codeOf(lengths: number[]): Code {
  const counts = new Array<number>(MAX_BITS + 1).fill(0)
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1
  const used = lengths.map((length, symbol) => ({ length, symbol })).filter((it) => it.length > 0)
  used.sort((a, b) => a.length - b.length || a.symbol - b.symbol)
  return { counts, symbols: used.map((it) => it.symbol) }
}

/** The next symbol, or -1 where the bits are no code. */
export function decode(bits: Bits, { counts, symbols }: Code): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length <= MAX_BITS; length++) {
    code |= take(bits, 1)
    const count = counts[length] as number
    if (code - first < count) return symbols[index + code - first] ?? -1
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  return -1
}
