import { inflateSync } from 'node:zlib'
import { concatBytes } from '../domain/text/bytes.ts'
import { be32 } from './bytes.ts'
import { adler32 } from './checksums.ts'

/** RFC 1950; undefined: damaged or larger. Synchronous: for colour profiles, not for pixels. */
export function inflate(zlib: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    // twice: the Worker's zlib doubles its buffer and refuses where that, not the output, is larger
    const output = inflateSync(zlib, { maxOutputLength: 2 * limit })
    // a copy: the slices of a Buffer share its bytes
    return output.length > limit ? undefined : new Uint8Array(output)
  } catch {
    return undefined
  }
}

export function isZlibHeader(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes
  if ((method & 15) !== 8 || method >> 4 > 7) return false
  return (flags & 32) === 0 && (method * 256 + flags) % 31 === 0
}

/** node:zlib cuts its blocks as it likes, and a file accepted again must come out the same. */
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
