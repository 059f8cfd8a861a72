import { concatBytes } from '../domain/text/bytes.ts'
import { fromLatin1, latin1 } from './bytes.ts'
import { orientationOnly, readExif, shownSize } from './exif.ts'
import { rebuildProfile } from './icc.ts'
import type { Chunk, Header } from './png-chunks.ts'
import { chunkAt, isLook, pngChunk, readHeader } from './png-chunks.ts'
import type { Rebuilt, RemovedKind } from './result.ts'
import { DAMAGED, inOrder, sizeProblem } from './result.ts'
import { inflate, isZlibHeader, store } from './zlib.ts'

const SIGNATURE = fromLatin1('\x89PNG\r\n\x1a\n')
const IEND = pngChunk('IEND', new Uint8Array(0))
const MAX_PACKED = 1 << 18
const DROPPED: Record<string, RemovedKind> = {
  tEXt: 'text',
  zTXt: 'text',
  iTXt: 'text',
  tIME: 'time',
  acTL: 'animation',
  fcTL: 'animation',
  fdAT: 'animation',
}

interface Walk {
  header: Header
  palette?: Uint8Array
  /** undefined where the first of its type was no good. */
  look: Map<string, Uint8Array | undefined>
  /** Pixel chunks must follow each other. */
  pixels?: { start: number; end: number }
  zlibHeader: Uint8Array
  orientation?: number
  removed: Set<RemovedKind>
  closed?: true | undefined
  /** The part of a chunk of pixels that there is, as a chunk. */
  last?: Uint8Array
}

/** W3C PNG, 3rd edition. Pixels are copied as they are; an animation becomes its first picture. */
export function rebuildPng(file: Uint8Array): Rebuilt {
  const first = chunkAt(file, SIGNATURE.length)
  const header = first?.isSound && first.type === 'IHDR' ? readHeader(first.data) : undefined
  if (!first || !header) return DAMAGED
  const problem = sizeProblem(header.width, header.height)
  if (problem) return problem

  const walk: Walk = { header, look: new Map(), zlibHeader: new Uint8Array(0), removed: new Set() }
  let at = SIGNATURE.length + first.whole.length
  for (;;) {
    const chunk = chunkAt(file, at)
    if (chunk?.type === 'IEND') break
    if (!chunk && isCut(walk, file, at)) break
    if (!chunk || !take(walk, chunk, at)) return DAMAGED
    at += chunk.whole.length
  }
  if (!walk.closed && at + IEND.length < file.length) walk.removed.add('trailer')
  const pixels = walk.pixels && file.subarray(walk.pixels.start, walk.pixels.end)
  return pixels ? finish(walk, first, pixels) : DAMAGED
}

/** Cut in its pixels, or with nothing missing that draws: browsers show what is there. */
function isCut(walk: Walk, file: Uint8Array, at: number): boolean {
  const isPixels = latin1(file, at + 4, 4) === 'IDAT'
  const rest = file.subarray(at + 8)
  if (isPixels && rest.length > 0) {
    const last = pngChunk('IDAT', rest)
    if (!takePixels(walk, { type: 'IDAT', data: rest, whole: new Uint8Array(0) }, at)) return false
    walk.last = last
  }
  walk.closed = walk.pixels ? true : undefined
  return walk.closed === true
}

function take(walk: Walk, chunk: Chunk & { isSound: boolean }, at: number): boolean {
  if (!chunk.isSound) return takeUnsound(walk, chunk)
  if (chunk.type === 'IDAT') return takePixels(walk, chunk, at)
  if (chunk.type === 'PLTE') return takePalette(walk, chunk)
  // A chunk whose name begins with a small letter is one that a decoder may pass over.
  if (!/^[a-z]/.test(chunk.type)) return false
  takeExtra(walk, chunk)
  return true
}

/** Decoders pass over a broken chunk, unless it is one that they need. */
function takeUnsound(walk: Walk, { type }: Chunk): boolean {
  walk.removed.add('other')
  return /^[a-z]/.test(type)
}

function takePixels(walk: Walk, { data, whole }: Chunk, at: number): boolean {
  walk.pixels ??= { start: at, end: at }
  if (walk.pixels.end !== at) return false
  walk.pixels.end = at + whole.length
  if (walk.zlibHeader.length < 2)
    walk.zlibHeader = concatBytes(walk.zlibHeader, data.subarray(0, 2))
  return true
}

function takePalette(walk: Walk, { data, whole }: Chunk): boolean {
  if (walk.palette || walk.pixels) return false
  walk.palette = whole
  return data.length > 0 && data.length <= 768 && data.length % 3 === 0
}

function takeExtra(walk: Walk, chunk: Chunk) {
  if (chunk.type === 'eXIf') {
    const exif = readExif(chunk.data)
    walk.orientation ??= exif.orientation
    for (const kind of exif.removed) walk.removed.add(kind)
    return
  }
  // Only the first of a type is looked at: a thousand packed profiles would cost a thousand times.
  const isRepeated = walk.look.has(chunk.type) || walk.pixels !== undefined
  const kept = isRepeated ? undefined : lookChunk(chunk)
  if (!isRepeated) walk.look.set(chunk.type, kept)
  if (!kept) walk.removed.add(droppedKind(chunk))
}

function lookChunk(chunk: Chunk): Uint8Array | undefined {
  if (chunk.type === 'iCCP') return profileChunk(chunk.data)
  return isLook(chunk) ? chunk.whole : undefined
}

function profileChunk(data: Uint8Array): Uint8Array | undefined {
  const nameEnd = data.subarray(0, 80).indexOf(0)
  if (nameEnd < 1) return undefined
  const packed = data.subarray(nameEnd + 2)
  const source = packed.length > MAX_PACKED ? undefined : inflate(packed, MAX_PACKED)
  const profile = source && rebuildProfile(source)
  const stored = profile && store(profile)
  if (!stored || stored.length > MAX_PACKED) return undefined
  return pngChunk('iCCP', concatBytes(fromLatin1('icc\0\0'), stored))
}

function droppedKind({ type, data }: Chunk): RemovedKind {
  if (type === 'iTXt' && latin1(data, 0, 17) === 'XML:com.adobe.xmp') return 'xmp'
  if (type === 'iCCP') return 'colour_profile'
  return DROPPED[type] ?? 'other'
}

function finish(walk: Walk, first: Chunk, pixels: Uint8Array): Rebuilt {
  const { header, look, orientation, palette, removed } = walk
  if (!isZlibHeader(walk.zlibHeader) || (header.colourType === 3 && !palette)) return DAMAGED
  // Transparency speaks about the palette, so it alone must follow it; colour must come before.
  const transparency = look.get('tRNS')
  look.delete('tRNS')
  const turn = orientation && pngChunk('eXIf', orientationOnly(orientation))
  const parts = [
    SIGNATURE,
    first.whole,
    ...look.values(),
    turn,
    palette,
    transparency,
    pixels,
    walk.last,
    IEND,
  ]
  const shown = shownSize(header.width, header.height, orientation)
  return {
    ok: true,
    bytes: concatBytes(...parts.filter((part) => part instanceof Uint8Array)),
    ...shown,
    removed: inOrder(removed),
    orientation,
    closed: walk.closed,
  }
}
