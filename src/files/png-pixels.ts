import { concatBytes } from '../domain/text/bytes.ts'
import type { Pixels } from './pixels.ts'
import { chunkAt, readHeader } from './png-chunks.ts'
import { inflate } from './zlib.ts'

const SIGNATURE_BYTES = 8
/** By colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Of a file as we keep it. Undefined: damaged, or sent in passes, which nobody's camera does. */
export function pngPixels(file: Uint8Array): Pixels | undefined {
  const parts = new Map<string, Uint8Array[]>()
  let at = SIGNATURE_BYTES
  for (let chunk = chunkAt(file, at); chunk; chunk = chunkAt(file, at)) {
    parts.set(chunk.type, [...(parts.get(chunk.type) ?? []), chunk.data])
    at += chunk.whole.length
  }
  const [first = new Uint8Array(0)] = parts.get('IHDR') ?? []
  const header = readHeader(first)
  if (!header || first[12] !== 0) return undefined
  const { width, height, colourType } = header
  const depth = first[8] ?? 8
  const channels = CHANNELS[colourType] ?? 1
  const stride = Math.ceil((width * channels * depth) / 8)
  const lines = inflate(concatBytes(...(parts.get('IDAT') ?? [])), (stride + 1) * height)
  if (!lines || lines.length < (stride + 1) * height) return undefined
  const step = Math.max(1, (channels * depth) >> 3)
  if (!unfilter(lines, stride, height, step)) return undefined
  const [palette] = parts.get('PLTE') ?? []
  const [transparency] = parts.get('tRNS') ?? []
  return coloured(lines, {
    width,
    height,
    depth,
    channels,
    stride,
    colourType,
    palette,
    transparency,
  })
}

/** PNG 3rd edition, 9: each line is told by its difference from what stands before and above. */
function unfilter(lines: Uint8Array, stride: number, height: number, step: number): boolean {
  for (let y = 0, at = 0; y < height; y++, at += stride + 1) {
    const kind = lines[at] as number
    if (kind > 4) return false
    if (kind === 0) continue
    for (let x = at + 1; x <= at + stride; x++) {
      const before = x - step > at ? (lines[x - step] as number) : 0
      const above = y > 0 ? (lines[x - stride - 1] as number) : 0
      const corner = y > 0 && x - step > at ? (lines[x - stride - 1 - step] as number) : 0
      lines[x] = (lines[x] as number) + guess(kind, before, above, corner)
    }
  }
  return true
}

function guess(kind: number, before: number, above: number, corner: number): number {
  if (kind === 1) return before
  if (kind === 2) return above
  if (kind === 3) return (before + above) >> 1
  const left = Math.abs(above - corner)
  const up = Math.abs(before - corner)
  const both = Math.abs(before + above - 2 * corner)
  if (left <= up && left <= both) return before
  return up <= both ? above : corner
}

interface Layout {
  width: number
  height: number
  depth: number
  channels: number
  stride: number
  colourType: number
  palette: Uint8Array | undefined
  transparency: Uint8Array | undefined
}

function coloured(lines: Uint8Array, of: Layout): Pixels {
  const { width, height, depth, channels, stride, colourType, palette, transparency } = of
  const data = new Uint8Array(4 * width * height)
  const most = 2 ** Math.min(depth, 8) - 1
  // of sixteen bits the first eight are seen
  const sample = (line: number, index: number) => {
    if (depth === 16) return lines[line + 2 * index] as number
    if (depth === 8) return lines[line + index] as number
    const bit = index * depth
    return ((lines[line + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & most
  }
  for (let y = 0, to = 0; y < height; y++) {
    const line = y * (stride + 1) + 1
    for (let x = 0; x < width; x++, to += 4) {
      const first = sample(line, x * channels)
      if (colourType === 3) {
        for (let i = 0; i < 3; i++) data[to + i] = palette?.[3 * first + i] ?? 0
        data[to + 3] = transparency?.[first] ?? 255
        continue
      }
      const grey = channels < 3
      const scale = 255 / most
      data[to] = first * scale
      data[to + 1] = grey ? first * scale : sample(line, x * channels + 1)
      data[to + 2] = grey ? first * scale : sample(line, x * channels + 2)
      data[to + 3] = channels % 2 ? 255 : sample(line, x * channels + channels - 1)
    }
  }
  return { width, height, data }
}
