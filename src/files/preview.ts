import { MOST_PREVIEW_BYTES, previewSize } from '../domain/case/preview-size.ts'
import type { FileType } from './accept.ts'
import { toJpeg } from './codecs.ts'
import { type Pixels, shrink } from './pixels.ts'
import { smallPixels } from './small-pixels.ts'

const QUALITIES = [70, 50, 35, 20, 10]

/**
 * A small JPEG of a photo as it is kept, upright, without a word of metadata. Null where none can be
 * made: of a document, of inks instead of lights, of what is too big to decode or does not decode.
 */
export async function previewOf(file: Uint8Array, type: FileType): Promise<Uint8Array | null> {
  const pixels = await smallPixels(file, type, previewSize, 'white')
  return pixels && smallEnough(pixels)
}

/** Noise does not shrink by quality alone. */
function smallEnough(pixels: Pixels): Uint8Array | null {
  for (const quality of QUALITIES) {
    const jpeg = toJpeg(pixels, quality)
    if (jpeg.length <= MOST_PREVIEW_BYTES) return jpeg
  }
  const half = (side: number) => Math.max(1, side >> 1)
  const { width, height } = pixels
  return width > 1 ? smallEnough(shrink(pixels, half(width), half(height))) : null
}
