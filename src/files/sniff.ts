import { latin1, u32 } from './bytes.ts'

export type FileKind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'heic' | 'unknown'

const HEIC_BRANDS = new Set(
  'heic heix heim heis hevc hevx hevm hevs heif mif1 mif2 msf1 avif avis'.split(' '),
)

/** Its name and declared type are never asked. */
export function sniff(bytes: Uint8Array): FileKind {
  if (latin1(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (latin1(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 4) === 'WEBP') return 'webp'
  if (/^%PDF-\d\.\d/.test(latin1(bytes, 0, 8))) return 'pdf'
  return isHeic(bytes) ? 'heic' : 'unknown'
}

/** A brand may be the major one or a compatible one. */
function isHeic(bytes: Uint8Array): boolean {
  if (latin1(bytes, 4, 4) !== 'ftyp') return false
  const end = Math.min(u32(bytes, 0), bytes.length, 256)
  for (let at = 8; at + 4 <= end; at += 4) {
    if (HEIC_BRANDS.has(latin1(bytes, at, 4))) return true
  }
  return false
}
