import { isTooBigFor, MOST_PREVIEW_BYTES, previewSize } from '../domain/case/preview-size.ts'
import type { FileType } from './accept.ts'
import { jpegPixels, toJpeg, webpPixels } from './codecs.ts'
import { rebuildJpeg } from './jpeg.ts'
import { type Pixels, shrink, turned } from './pixels.ts'
import { rebuildPng } from './png.ts'
import { pngPixels } from './png-pixels.ts'
import type { Rebuilt } from './result.ts'
import { rebuildWebp } from './webp.ts'

const QUALITIES = [70, 50, 35, 20, 10]

/**
 * A small JPEG of a photo as it is kept, upright, without a word of metadata. Null where none can be
 * made: of a document, of inks instead of lights, of what is too big to decode or does not decode.
 */
export async function previewOf(file: Uint8Array, type: FileType): Promise<Uint8Array | null> {
  const rebuilt = read(file, type)
  if (!rebuilt?.ok) return null
  const pass = type === 'image/jpeg' && !rebuilt.passes ? 'one' : 'several'
  if (rebuilt.inks || isTooBigFor(pass, rebuilt.width, rebuilt.height)) return null
  try {
    const whole = await pixelsOf(file, type)
    if (!whole) return null
    const { width, height } = previewSize(whole.width, whole.height)
    // browsers turn a JPEG and a PNG, and show a WebP as it lies
    const orientation = type === 'image/webp' ? 1 : rebuilt.orientation
    return await smallEnough(turned(shrink(whole, width, height), orientation))
  } catch {
    return null
  }
}

function read(file: Uint8Array, type: FileType): Rebuilt | null {
  if (type === 'image/jpeg') return rebuildJpeg(file)
  if (type === 'image/png') return rebuildPng(file)
  return type === 'image/webp' ? rebuildWebp(file) : null
}

async function pixelsOf(file: Uint8Array, type: FileType): Promise<Pixels | undefined> {
  if (type === 'image/png') return pngPixels(file)
  return type === 'image/webp' ? webpPixels(file) : jpegPixels(file)
}

/** Noise does not shrink by quality alone. */
async function smallEnough(pixels: Pixels): Promise<Uint8Array | null> {
  for (const quality of QUALITIES) {
    const jpeg = toJpeg(pixels, quality)
    if (jpeg.length <= MOST_PREVIEW_BYTES) return jpeg
  }
  const half = (side: number) => Math.max(1, side >> 1)
  const { width, height } = pixels
  return width > 1 ? smallEnough(shrink(pixels, half(width), half(height))) : null
}
