/** In the order in which a reporter is told about it. */
const REMOVED_KINDS = [
  'gps',
  'exif',
  'thumbnail',
  'xmp',
  'iptc',
  'mpf',
  'text',
  'time',
  'colour_profile',
  'animation',
  'trailer',
  'other',
] as const

export type RemovedKind = (typeof REMOVED_KINDS)[number]

/** `unknown_type`: a real variant that browsers cannot show. */
export type RebuildRefusal = 'damaged' | 'too_many_pixels' | 'unknown_type'

interface Picture {
  ok: true
  bytes: Uint8Array
  width: number
  height: number
  removed: RemovedKind[]
  /** Exif's, where it is not 1. */
  orientation?: number | undefined
  /** It comes in several passes, all of which a decoder must hold. */
  passes?: boolean
  /** Four colours to print with, instead of three of light. */
  inks?: boolean
  /** It broke off, or its end was missing, and was ended by us. */
  closed?: true | undefined
}

/** Pixels as browsers show them: turned, save for WebP. */
export type Rebuilt = Picture | { ok: false; reason: RebuildRefusal }

export const DAMAGED = { ok: false, reason: 'damaged' } as const
const TOO_MANY_PIXELS = { ok: false, reason: 'too_many_pixels' } as const

/** Sensors sold as 50 megapixels give up to 8192 x 6144; a decompression bomb claims far more. */
const MAX_PIXELS = 50 * 1024 * 1024

export function sizeProblem(width: number, height: number) {
  if (width === 0 || height === 0) return DAMAGED
  return width * height > MAX_PIXELS ? TOO_MANY_PIXELS : undefined
}

export function inOrder(kinds: ReadonlySet<RemovedKind>): RemovedKind[] {
  return REMOVED_KINDS.filter((kind) => kinds.has(kind))
}
