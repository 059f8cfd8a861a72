import { isTooBigFor } from '../domain/case/preview-size.ts'
import type { FileType } from './accept.ts'
import { jpegPixels, webpPixels } from './codecs.ts'
import { rebuildJpeg } from './jpeg.ts'
import { type Ground, type Pixels, shrink, turned } from './pixels.ts'
import { rebuildPng } from './png.ts'
import { pngPixels } from './png-pixels.ts'
import type { Rebuilt } from './result.ts'
import { rebuildWebp } from './webp.ts'

/**
 * A photo as it is kept, shrunk and upright. Null where it cannot be: of a document, of inks instead of
 * lights, of what is too big to decode or does not decode.
 */
export async function smallPixels(
  file: Uint8Array,
  type: FileType,
  sizeOf: (whole: Pixels) => { width: number; height: number },
  ground: Ground,
): Promise<Pixels | null> {
  const rebuilt = read(file, type)
  if (!rebuilt?.ok) return null
  const pass = type === 'image/jpeg' && !rebuilt.passes ? 'one' : 'several'
  if (rebuilt.inks || isTooBigFor(pass, rebuilt.width, rebuilt.height)) return null
  try {
    const whole = await pixelsOf(file, type)
    if (!whole) return null
    const { width, height } = sizeOf(whole)
    // browsers turn a JPEG and a PNG, and show a WebP as it lies
    const orientation = type === 'image/webp' ? 1 : rebuilt.orientation
    return turned(shrink(whole, width, height, ground), orientation)
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
