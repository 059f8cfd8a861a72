import { latin1, u32le } from './bytes.ts'

export interface Picture {
  width: number
  height: number
  alpha: boolean
}

/** RFC 6386, 9.1 */
export function readLossy(data: Uint8Array): Picture | undefined {
  const isKeyFrame = ((data[0] ?? 1) & 1) === 0
  if (data.length < 11 || !isKeyFrame || latin1(data, 3, 3) !== '\x9d\x01\x2a') return undefined
  const size = u32le(data, 6)
  return { width: size & 0x3fff, height: (size >>> 16) & 0x3fff, alpha: false }
}

/** WebP Lossless Bitstream Specification, 3 */
export function readLossless(data: Uint8Array): Picture | undefined {
  const head = u32le(data, 1)
  if (data.length < 6 || data[0] !== 0x2f || head >>> 29 !== 0) return undefined
  return {
    width: (head & 0x3fff) + 1,
    height: ((head >>> 14) & 0x3fff) + 1,
    alpha: ((head >>> 28) & 1) === 1,
  }
}
