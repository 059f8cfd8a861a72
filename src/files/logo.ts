import { LOGO_SIDE, MOST_LOGO_BYTES } from '../domain/city/logo.ts'
import { acceptFile, type FileRefusal } from './accept.ts'
import { inColours } from './palette.ts'
import { type Pixels, shrink } from './pixels.ts'
import { pngOf } from './png-written.ts'
import { smallPixels } from './small-pixels.ts'

/** Side by colours, the best first: what is still too large is drawn coarser. */
const STEPS = [
  [LOGO_SIDE, 32],
  [LOGO_SIDE, 16],
  [48, 16],
  [40, 12],
  [32, 8],
  [24, 4],
] as const

type Drawn = { ok: true; png: Uint8Array } | { ok: false; reason: FileRefusal }

/** A picture drawn anew and small, whatever else the file held; never the file itself. */
export async function logoFrom(file: Uint8Array): Promise<Drawn> {
  const verdict = acceptFile(file)
  if (!verdict.ok) return verdict
  if (verdict.type === 'application/pdf') return { ok: false, reason: 'unknown_type' }
  const largest = await smallPixels(verdict.bytes, verdict.type, within(LOGO_SIDE), 'clear')
  if (!largest) return { ok: false, reason: 'damaged' }
  for (const [side, colours] of STEPS) {
    const { width, height } = within(side)(largest)
    const png = pngOf(inColours(shrink(largest, width, height, 'clear'), colours))
    if (png.length <= MOST_LOGO_BYTES) return { ok: true, png }
  }
  return { ok: false, reason: 'too_many_pixels' }
}

function within(longest: number) {
  return ({ width, height }: Pixels) => {
    const scale = Math.min(1, longest / Math.max(width, height))
    const side = (length: number) => Math.max(1, Math.round(length * scale))
    return { width: side(width), height: side(height) }
  }
}
