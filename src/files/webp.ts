import { concatBytes } from '../domain/text/bytes.ts'
import { fromLatin1, latin1, le24, le32, u32le } from './bytes.ts'
import { orientationOnly, readExif } from './exif.ts'
import { rebuildProfile } from './icc.ts'
import type { Rebuilt, RemovedKind } from './result.ts'
import { DAMAGED, inOrder, sizeProblem } from './result.ts'
import type { Picture } from './webp-bitstream.ts'
import { readLossless, readLossy } from './webp-bitstream.ts'

const FLAG = { profile: 0x20, alpha: 0x10, exif: 0x08 }
const FRAME_HEADER_BYTES = 16

interface Walk {
  picture?: Picture
  pixels?: Uint8Array
  alpha?: Uint8Array
  profile?: Uint8Array
  orientation?: number
  removed: Set<RemovedKind>
}

/** RFC 9649. Pixels are copied bit for bit; an animation becomes its first picture. */
export function rebuildWebp(file: Uint8Array): Rebuilt {
  const end = 8 + u32le(file, 4)
  if (end > file.length) return DAMAGED
  const walk: Walk = { removed: new Set() }
  if (!eachChunk(file.subarray(12, end), (type, data) => takeChunk(walk, type, data)))
    return DAMAGED
  if (end < file.length) walk.removed.add('trailer')
  const { picture, pixels } = walk
  if (!picture || !pixels) return DAMAGED
  return sizeProblem(picture.width, picture.height) ?? finish(walk, picture, pixels)
}

type Take = (type: string, data: Uint8Array) => boolean

function eachChunk(body: Uint8Array, take: Take): boolean {
  for (let at = 0; at < body.length; ) {
    const size = u32le(body, at + 4)
    const end = at + 8 + size
    if (at + 8 > body.length || end > body.length) return false
    if (!take(latin1(body, at, 4), body.subarray(at + 8, end))) return false
    at = end + (size & 1)
  }
  return true
}

function takeChunk(walk: Walk, type: string, data: Uint8Array): boolean {
  switch (type) {
    case 'VP8 ':
    case 'VP8L':
    case 'ALPH':
      return takePixels(walk, type, data)
    case 'ANMF':
      walk.removed.add('animation')
      return takeFrame(walk, data)
    case 'EXIF':
      takeExif(walk, data)
      return true
    case 'ICCP':
      walk.profile ??= rebuildProfile(data)
      if (!walk.profile) walk.removed.add('colour_profile')
      return true
    case 'VP8X':
    case 'ANIM':
      return true
    default:
      walk.removed.add(type === 'XMP ' ? 'xmp' : 'other')
      return true
  }
}

function takeFrame(walk: Walk, frame: Uint8Array): boolean {
  if (walk.picture) return true
  return eachChunk(frame.subarray(FRAME_HEADER_BYTES), (type, data) => takePixels(walk, type, data))
}

function takePixels(walk: Walk, type: string, data: Uint8Array): boolean {
  if (type === 'VP8 ') return takePicture(walk, type, data, readLossy(data))
  if (type === 'VP8L') return takePicture(walk, type, data, readLossless(data))
  if (type === 'ALPH' && !walk.picture) walk.alpha ??= riffChunk(type, data)
  return true
}

function takePicture(walk: Walk, type: string, data: Uint8Array, picture: Picture | undefined) {
  if (!picture || walk.picture) return false
  walk.picture = picture
  walk.pixels = riffChunk(type, data)
  // A lossless picture holds its own transparency; a chunk of it before would be refused.
  if (type === 'VP8L') walk.alpha = undefined
  return true
}

function takeExif(walk: Walk, data: Uint8Array) {
  const exif = readExif(data)
  walk.orientation ??= exif.orientation
  for (const kind of exif.removed) walk.removed.add(kind)
}

function finish(walk: Walk, picture: Picture, pixels: Uint8Array): Rebuilt {
  const { alpha, orientation, profile, removed } = walk
  const parts = [pixels]
  if (alpha) parts.unshift(alpha)
  if (profile) parts.unshift(riffChunk('ICCP', profile))
  if (orientation) parts.push(riffChunk('EXIF', orientationOnly(orientation)))
  if (parts.length > 1) parts.unshift(extendedHeader(walk, picture))
  const bytes = riffChunk('RIFF', concatBytes(fromLatin1('WEBP'), ...parts))
  // Chrome shows a WebP as it lies, whatever its orientation says (seen in version 153).
  const { width, height } = picture
  return { ok: true, bytes, width, height, removed: inOrder(removed) }
}

function extendedHeader({ alpha, orientation, profile }: Walk, picture: Picture): Uint8Array {
  const flags =
    (profile ? FLAG.profile : 0) |
    (alpha || picture.alpha ? FLAG.alpha : 0) |
    (orientation ? FLAG.exif : 0)
  const size = [le24(picture.width - 1), le24(picture.height - 1)]
  return riffChunk('VP8X', concatBytes(Uint8Array.of(flags, 0, 0, 0), ...size))
}

function riffChunk(type: string, data: Uint8Array): Uint8Array {
  return concatBytes(fromLatin1(type), le32(data.length), data, new Uint8Array(data.length & 1))
}
