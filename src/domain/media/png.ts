import { concat, fromLatin1, latin1 } from './bytes.ts'
import { orientationOnly, readExif, shownSize } from './exif.ts'
import { rebuildProfile } from './icc.ts'
import { inflate, isZlibHeader, store } from './inflate.ts'
import type { Chunk, Header } from './png-chunks.ts'
import { chunkAt, isLook, pngChunk, readHeader } from './png-chunks.ts'
import type { Rebuilt, RemovedKind } from './result.ts'
import { DAMAGED, inOrder, sizeProblem } from './result.ts'

const SIGNATURE_BYTES = 8
/** Bytes of a colour profile, packed or not; enough for every profile of a screen. */
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
  /** The kept chunks that change the look; undefined where the first of its type was no good. */
  look: Map<string, Uint8Array | undefined>
  pixels: Chunk[]
  pixelsEnded: boolean
  orientation?: number
  removed: Set<RemovedKind>
}

/**
 * The same PNG (W3C PNG, 3rd edition) made of header, palette, pixels, the chunks that change its
 * look, and orientation. Pixel chunks are copied as they are, their checksums checked; an animated
 * PNG becomes its first picture.
 */
export function rebuildPng(file: Uint8Array): Rebuilt {
  const first = chunkAt(file, SIGNATURE_BYTES)
  const header = first?.type === 'IHDR' ? readHeader(first.data) : undefined
  if (!first || !header) return DAMAGED
  const problem = sizeProblem(header.width, header.height)
  if (problem) return problem

  const walk: Walk = { header, look: new Map(), pixels: [], pixelsEnded: false, removed: new Set() }
  let at = SIGNATURE_BYTES + first.whole.length
  for (;;) {
    const chunk = chunkAt(file, at)
    if (!chunk) return DAMAGED
    at += chunk.whole.length
    if (chunk.type === 'IEND') break
    if (!(isCritical(chunk) ? takeCritical(walk, chunk) : takeExtra(walk, chunk))) return DAMAGED
  }
  if (at < file.length) walk.removed.add('trailer')
  return finish(walk, first)
}

/** The fifth bit of a chunk's first letter says whether a decoder may skip it. */
function isCritical({ type }: Chunk): boolean {
  return !/^[a-z]/.test(type)
}

function takeCritical(walk: Walk, chunk: Chunk): boolean {
  if (chunk.type === 'IDAT') {
    walk.pixels.push(chunk)
    return !walk.pixelsEnded
  }
  const { length } = chunk.data
  if (chunk.type !== 'PLTE' || walk.palette || walk.pixels.length > 0) return false
  walk.palette = chunk.whole
  return length > 0 && length <= 768 && length % 3 === 0
}

function takeExtra(walk: Walk, chunk: Chunk): boolean {
  walk.pixelsEnded = walk.pixels.length > 0
  if (chunk.type === 'eXIf') {
    const exif = readExif(chunk.data)
    walk.orientation ??= exif.orientation
    for (const kind of exif.removed) walk.removed.add(kind)
    return true
  }
  // Only the first of a type is looked at: a thousand packed profiles would cost a thousand times.
  const isRepeated = walk.look.has(chunk.type) || walk.pixelsEnded
  const kept = isRepeated ? undefined : lookChunk(chunk)
  if (!isRepeated) walk.look.set(chunk.type, kept)
  if (!kept) walk.removed.add(droppedKind(chunk))
  return true
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
  return profile && pngChunk('iCCP', concat([fromLatin1('icc\0\0'), store(profile)]))
}

function droppedKind({ type, data }: Chunk): RemovedKind {
  if (type === 'iTXt' && latin1(data, 0, 17) === 'XML:com.adobe.xmp') return 'xmp'
  if (type === 'iCCP') return 'colour_profile'
  return DROPPED[type] ?? 'other'
}

function finish(walk: Walk, first: Chunk): Rebuilt {
  const { header, look, orientation, palette, pixels, removed } = walk
  const start = concat(pixels.slice(0, 2).map((chunk) => chunk.data.subarray(0, 2)))
  if (!isZlibHeader(start) || (header.colourType === 3 && !palette)) return DAMAGED
  // Transparency speaks about the palette, so it alone must follow it; colour must come before.
  const transparency = look.get('tRNS')
  look.delete('tRNS')
  const parts = [fromLatin1('\x89PNG\r\n\x1a\n'), first.whole]
  for (const chunk of look.values()) if (chunk) parts.push(chunk)
  if (orientation) parts.push(pngChunk('eXIf', orientationOnly(orientation)))
  if (palette) parts.push(palette)
  if (transparency) parts.push(transparency)
  parts.push(...pixels.map((chunk) => chunk.whole), pngChunk('IEND', new Uint8Array(0)))
  const shown = shownSize(header.width, header.height, orientation)
  return { ok: true, bytes: concat(parts), ...shown, removed: inOrder(removed) }
}
