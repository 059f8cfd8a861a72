import { concatBytes } from '../domain/text/bytes.ts'
import { equalBytes, fromLatin1, latin1, u16, u32, u32le } from './bytes.ts'
import type { RemovedKind } from './result.ts'

const ORIENTATION = 0x0112
const GPS_IFD = 0x8825

export interface Exif {
  /** 2 to 8; 1, the way it already lies, is left out. */
  orientation?: number
  removed: RemovedKind[]
}

/** A TIFF block (Exif 2.3). Only the first directory is followed: a loop of them costs nothing. */
export function readExif(block: Uint8Array): Exif {
  const tiff = latin1(block, 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  const exif: Exif = { removed: ['exif'] }
  const little = latin1(tiff, 0, 4) === 'II*\0'
  if (!little && latin1(tiff, 0, 4) !== 'MM\0*') return exif
  const short = (at: number) => (little ? u32le(tiff, at) & 0xffff : u16(tiff, at))
  const long = (at: number) => (little ? u32le(tiff, at) : u32(tiff, at))

  const start = long(4)
  const end = start + 2 + 12 * short(start)
  for (let at = start + 2; at < end && at + 12 <= tiff.length; at += 12) {
    const turn = short(at + 8)
    if (short(at) === GPS_IFD) exif.removed.push('gps')
    if (short(at) === ORIENTATION && turn >= 2 && turn <= 8) exif.orientation ??= turn
  }
  if (end + 4 <= tiff.length && long(end) !== 0) exif.removed.push('thumbnail')
  const kept = exif.orientation
  if (kept !== undefined && equalBytes(tiff, orientationOnly(kept))) exif.removed = []
  return exif
}

export function orientationOnly(orientation: number): Uint8Array {
  return concatBytes(
    fromLatin1('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
    Uint8Array.of(orientation, 0, 0, 0, 0, 0, 0),
  )
}

export function shownSize(width: number, height: number, orientation: number | undefined) {
  return orientation !== undefined && orientation >= 5
    ? { width: height, height: width }
    : { width, height }
}
