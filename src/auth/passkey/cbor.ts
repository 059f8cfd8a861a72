import { textOfUtf8 } from '../../domain/text/bytes.ts'
import { holds } from './fault.ts'

/** RFC 8949 as CTAP2 has it: lengths are said, nothing is tagged, no number has a fraction. */
export type Cbor = number | string | boolean | null | Uint8Array | Cbor[] | CborMap
export type CborMap = Map<Cbor, Cbor>

interface Read {
  value: Cbor
  end: number
}

const DEEPEST = 5
const MOST = 32
const SIMPLE = new Map<number, Cbor>([
  [20, false],
  [21, true],
  [22, null],
])

/** @throws PasskeyFault */
export function readCbor(bytes: Uint8Array, at = 0, depth = 0): Read {
  const head = bytes[at] ?? 0
  const major = head >> 5
  const { value: n, end } = argument(bytes, at)
  if (major === 0) return { value: n, end }
  if (major === 1) return { value: -1 - n, end }
  if (major === 2) return { value: slice(bytes, end, n), end: end + n }
  if (major === 3) return { value: textAt(bytes, end, n), end: end + n }
  if (major === 4 || major === 5) return many(bytes, end, major === 4 ? n : 2 * n, depth, major)
  const simple = major === 7 && end === at + 1 ? SIMPLE.get(n) : undefined
  holds(simple !== undefined, 'CBOR of another kind')
  return { value: simple, end }
}

function many(bytes: Uint8Array, start: number, n: number, depth: number, major: number): Read {
  holds(n <= MOST && depth < DEEPEST, 'CBOR too large')
  const all: Cbor[] = []
  let end = start
  while (all.length < n) {
    const next = readCbor(bytes, end, depth + 1)
    all.push(next.value)
    end = next.end
  }
  return { value: major === 4 ? all : mapOf(all), end }
}

function mapOf(all: Cbor[]): CborMap {
  const map: CborMap = new Map()
  for (let i = 0; i < all.length; i += 2) {
    const [key = null, value = null] = all.slice(i, i + 2)
    holds(['number', 'string'].includes(typeof key) && !map.has(key), 'CBOR names a key twice')
    map.set(key, value)
  }
  return map
}

function argument(bytes: Uint8Array, at: number): { value: number; end: number } {
  holds(at < bytes.length, 'CBOR ends too early')
  const short = (bytes[at] ?? 0) & 31
  if (short < 24) return { value: short, end: at + 1 }
  holds(short <= 26, 'CBOR of another length')
  const width = 1 << (short - 24)
  const value = slice(bytes, at + 1, width).reduce((sum, byte) => sum * 256 + byte, 0)
  return { value, end: at + 1 + width }
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  const text = textOfUtf8(slice(bytes, at, length))
  holds(text !== null, 'CBOR is no UTF-8')
  return text
}

export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  holds(at + length <= bytes.length, 'too short')
  return bytes.slice(at, at + length)
}
