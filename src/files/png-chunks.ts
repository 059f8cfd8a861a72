import { concatBytes } from '../domain/text/bytes.ts'
import { be32, fromLatin1, latin1, u32 } from './bytes.ts'
import { crc32 } from './checksums.ts'

export interface Chunk {
  type: string
  data: Uint8Array
  whole: Uint8Array
}

/** `isSound`: its checksum is right. */
export function chunkAt(file: Uint8Array, at: number): (Chunk & { isSound: boolean }) | undefined {
  const end = at + 12 + u32(file, at)
  if (end > file.length || at + 12 > file.length) return undefined
  return {
    type: latin1(file, at + 4, 4),
    data: file.subarray(at + 8, end - 4),
    whole: file.subarray(at, end),
    isSound: crc32(file.subarray(at + 4, end - 4)) === u32(file, end - 4),
  }
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const named = concatBytes(fromLatin1(type), data)
  return concatBytes(be32(data.length), named, be32(crc32(named)))
}

const BIT_DEPTHS: Record<number, number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

export interface Header {
  width: number
  height: number
  colourType: number
}

/** PNG 3rd edition, 11.2.1; undefined for combinations the standard forbids. */
export function readHeader(data: Uint8Array): Header | undefined {
  const [depth = 0, colourType = 0, compression, filter, interlace = 2] = data.subarray(8)
  if (data.length !== 13 || !BIT_DEPTHS[colourType]?.includes(depth)) return undefined
  if (compression !== 0 || filter !== 0 || interlace > 1) return undefined
  return { width: u32(data, 0), height: u32(data, 4), colourType }
}

/** The bytes that chunks which change the look may have. */
const LOOK_SIZES: Record<string, (size: number) => boolean> = {
  cHRM: (size) => size === 32,
  gAMA: (size) => size === 4,
  sRGB: (size) => size === 1,
  sBIT: (size) => size <= 4,
  cICP: (size) => size === 4,
  pHYs: (size) => size === 9,
  tRNS: (size) => size <= 256,
}

export function isLook({ type, data }: Chunk): boolean {
  return Object.hasOwn(LOOK_SIZES, type) && (LOOK_SIZES[type]?.(data.length) ?? false)
}
