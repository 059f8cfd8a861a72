import { deflateSync } from 'node:zlib'
import { concatBytes } from '../domain/text/bytes.ts'
import { be32 } from './bytes.ts'
import type { Indexed } from './palette.ts'
import { pngChunk } from './png-chunks.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const INDEXED = 3

/** PNG of few colours (PNG 3rd edition, 11.2): nothing in it but what draws it. */
export function pngOf({ width, height, colours, pixels }: Indexed): Uint8Array {
  const depth = [1, 2, 4, 8].find((bits) => colours.length <= 2 ** bits) ?? 8
  const each = 8 / depth
  const stride = Math.ceil(width / each)
  const lines = new Uint8Array((stride + 1) * height)
  pixels.forEach((colour, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    const at = y * (stride + 1) + 1 + Math.floor(x / each)
    lines[at] = (lines[at] as number) | (colour << (8 - depth * ((x % each) + 1)))
  })
  const opacity = colours.map(([, , , shown = 255]) => shown)
  return concatBytes(
    SIGNATURE,
    pngChunk(
      'IHDR',
      concatBytes(be32(width), be32(height), Uint8Array.of(depth, INDEXED, 0, 0, 0)),
    ),
    pngChunk('PLTE', Uint8Array.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    ...(opacity.some((shown) => shown < 255) ? [pngChunk('tRNS', Uint8Array.from(opacity))] : []),
    pngChunk('IDAT', new Uint8Array(deflateSync(lines, { level: 9 }))),
    pngChunk('IEND', new Uint8Array(0)),
  )
}
