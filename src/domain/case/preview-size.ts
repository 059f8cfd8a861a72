/** Longest side, pixels: sharp enough on a phone to know a photo by. */
const LONGEST = 320
export const MOST_PREVIEW_BYTES = 12_000

/**
 * An isolate has 128 MB. One pass of JPEG costs eight bytes a pixel; several passes, PNG and WebP up
 * to sixteen. 12 megapixels of a phone are 4032 x 3024.
 */
const MOST_PIXELS = 12_500_000
const MOST_PIXELS_OF_OTHERS = 6_000_000

interface Size {
  width: number
  height: number
}

export function previewSize(whole: Size): Size {
  const { width, height } = whole
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

/** Such a photo is never decoded: its page names it. Null: a size that was not recorded. */
export function isBig(width: number | null, height: number | null): boolean {
  return (width ?? 0) * (height ?? 0) > MOST_PIXELS
}

export function isTooBigFor(pass: 'one' | 'several', width: number, height: number): boolean {
  return width * height > (pass === 'one' ? MOST_PIXELS : MOST_PIXELS_OF_OTHERS)
}
