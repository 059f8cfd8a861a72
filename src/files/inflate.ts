import { concatBytes } from '../domain/text/bytes.ts'
import { be32, u32 } from './bytes.ts'
import { adler32 } from './checksums.ts'
import type { Bits, Code } from './huffman.ts'
import { codeOf, decode, take } from './huffman.ts'

interface Stream extends Bits {
  output: Uint8Array
  length: number
}

const LENGTHS = [...series(3, 28, (code) => Math.max(0, (code >> 2) - 1)), { base: 258, extra: 0 }]
const DISTANCES = series(1, 30, (code) => Math.max(0, (code >> 1) - 1))
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const FIXED = {
  literals: codeOf(
    Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8)),
  ),
  distances: codeOf(new Array<number>(30).fill(5)),
}

/** First value and extra bits of each code, RFC 1951, 3.2.5. */
function series(first: number, count: number, extraBits: (code: number) => number) {
  let next = first
  return Array.from({ length: count }, (_, code) => {
    const entry = { base: next, extra: extraBits(code) }
    next += 2 ** entry.extra
    return entry
  })
}

/**
 * Unpacks a zlib stream (RFC 1950) of at most `limit` bytes; undefined when it is damaged or
 * larger. Synchronous and small: for colour profiles, not for pixels.
 */
export function inflate(zlib: Uint8Array, limit: number): Uint8Array | undefined {
  if (!isZlibHeader(zlib)) return undefined
  const stream = { input: zlib.subarray(2), bit: 0, output: new Uint8Array(limit), length: 0 }
  for (let last = 0; last === 0; ) {
    last = take(stream, 1)
    if (!block(stream, take(stream, 2)) || stream.bit > stream.input.length * 8) return undefined
  }
  const result = stream.output.slice(0, stream.length)
  return u32(stream.input, (stream.bit + 7) >> 3) === adler32(result) ? result : undefined
}

/** The two bytes of a zlib stream's start: deflate, no preset dictionary, their own checksum. */
export function isZlibHeader(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes
  if ((method & 15) !== 8 || method >> 4 > 7) return false
  return (flags & 32) === 0 && (method * 256 + flags) % 31 === 0
}

/** A zlib stream that holds `bytes` as they are, in stored blocks. */
export function store(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)]
  for (let at = 0; at === 0 || at < bytes.length; at += 0xffff) {
    const part = bytes.subarray(at, at + 0xffff)
    const size = part.length
    const last = at + 0xffff >= bytes.length ? 1 : 0
    parts.push(Uint8Array.of(last, size, size >> 8, ~size, ~size >> 8), part)
  }
  return concatBytes(...parts, be32(adler32(bytes)))
}

function block(stream: Stream, type: number): boolean {
  if (type === 0) return stored(stream)
  if (type === 1) return compressed(stream, FIXED.literals, FIXED.distances)
  return type === 2 && dynamic(stream)
}

function stored(stream: Stream): boolean {
  const start = ((stream.bit + 7) >> 3) + 4
  const [low = 0, high = 0, notLow = 0, notHigh = 0] = stream.input.subarray(start - 4, start)
  const size = low | (high << 8)
  const part = stream.input.subarray(start, start + size)
  if ((size ^ 0xffff) !== (notLow | (notHigh << 8)) || part.length < size) return false
  if (stream.length + size > stream.output.length) return false
  stream.output.set(part, stream.length)
  stream.length += size
  stream.bit = (start + size) * 8
  return true
}

/** The block's own codes, RFC 1951, 3.2.7; the code lengths are themselves coded. */
function dynamic(stream: Stream): boolean {
  const literals = take(stream, 5) + 257
  const distances = take(stream, 5) + 1
  const given = new Array<number>(19).fill(0)
  for (const place of LENGTH_ORDER.slice(0, take(stream, 4) + 4)) given[place] = take(stream, 3)
  const code = codeOf(given)

  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = decode(stream, code)
    if (symbol < 0 || (symbol === 16 && lengths.length === 0)) return false
    lengths.push(...repeated(stream, symbol, lengths.at(-1) ?? 0))
  }
  if (lengths.length > literals + distances) return false
  return compressed(stream, codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals)))
}

function repeated(stream: Stream, symbol: number, previous: number): number[] {
  if (symbol < 16) return [symbol]
  if (symbol === 16) return new Array<number>(3 + take(stream, 2)).fill(previous)
  const count = symbol === 17 ? 3 + take(stream, 3) : 11 + take(stream, 7)
  return new Array<number>(count).fill(0)
}

function compressed(stream: Stream, literals: Code, distances: Code): boolean {
  const { output } = stream
  while (stream.bit <= stream.input.length * 8) {
    const symbol = decode(stream, literals)
    if (symbol === 256) return true
    if (symbol < 256) {
      if (symbol < 0 || stream.length === output.length) return false
      output[stream.length++] = symbol
      continue
    }
    const size = amount(stream, LENGTHS[symbol - 257])
    const back = amount(stream, DISTANCES[decode(stream, distances)])
    if (!size || !back || back > stream.length || stream.length + size > output.length) return false
    for (let left = size; left > 0; left--, stream.length++) {
      output[stream.length] = output[stream.length - back] as number
    }
  }
  return false
}

function amount(stream: Stream, entry: { base: number; extra: number } | undefined): number {
  return entry ? entry.base + take(stream, entry.extra) : 0
}
