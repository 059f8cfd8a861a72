import { concatBytes } from '../domain/text/bytes.ts'
import { be16, fromLatin1, latin1, u16 } from './bytes.ts'
import { orientationOnly, readExif, shownSize } from './exif.ts'
import { MAX_PROFILE_BYTES, rebuildProfile } from './icc.ts'
import * as segments from './jpeg-segments.ts'
import type { RebuildRefusal, Rebuilt, RemovedKind } from './result.ts'
import { DAMAGED, inOrder, sizeProblem } from './result.ts'

/** Cameras write about 10, and each costs a decoder a pass over the image. */
const MAX_SCANS = 200
const MAX_PARTS = 2000
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const PROFILE_NAME = 'ICC_PROFILE\0'
const PROFILE_PART_BYTES = 65519
/** A part's number is one byte. */
const MAX_PROFILE_PARTS = 255

interface Walk {
  frame?: segments.Frame & { passes: boolean }
  scans: number
  jfif?: Uint8Array
  adobe?: Uint8Array
  orientation?: number
  profile: Uint8Array[]
  body: Uint8Array[]
  removed: Set<RemovedKind>
}

/** ITU-T T.81. Scan data is copied bit for bit; what draws nothing is left behind. */
export function rebuildJpeg(file: Uint8Array): Rebuilt {
  const walk: Walk = { scans: 0, profile: [], body: [], removed: new Set() }
  let at = 2
  for (;;) {
    const marker = segments.markerAt(file, at)
    if (!marker) return DAMAGED
    at = marker.next
    if (marker.code === segments.EOI) break
    const length = u16(file, at)
    if (length < 2 || at + length > file.length) return DAMAGED
    const problem = take(walk, marker.code, file.subarray(at + 2, at + length))
    if (problem) return { ok: false, reason: problem }
    at += length
    if (marker.code !== segments.SOS) continue
    const end = segments.scanEnd(file, at)
    if (end === undefined || end === at) return DAMAGED
    walk.body.push(file.subarray(at, end))
    at = end
  }
  if (at < file.length) walk.removed.add('trailer')
  return finish(walk)
}

function take(walk: Walk, code: number, payload: Uint8Array): RebuildRefusal | undefined {
  if (code >= APP0) {
    takeExtra(walk, code, payload)
    return undefined
  }
  if (code >= 0xc0 && code <= 0xcf && code !== segments.DHT) return takeFrame(walk, code, payload)
  if (walk.body.length > MAX_PARTS || !isDrawing(walk, code, payload)) return 'damaged'
  walk.body.push(segment(code, payload))
  return undefined
}

function takeFrame(walk: Walk, code: number, payload: Uint8Array): RebuildRefusal | undefined {
  // Lossless, hierarchical, arithmetic and 12-bit files exist, but no browser shows them.
  if (code > segments.SOF2 || payload[0] !== 8) return 'unknown_type'
  const frame = segments.readFrame(payload)
  if (!frame || walk.frame) return 'damaged'
  walk.frame = { ...frame, passes: code === segments.SOF2 }
  walk.body.push(segment(code, payload))
  return sizeProblem(frame.width, frame.height)?.reason
}

function isDrawing(walk: Walk, code: number, payload: Uint8Array): boolean {
  switch (code) {
    case segments.DHT:
      return segments.isHuffman(payload)
    case segments.DQT:
      return segments.isQuantization(payload)
    case segments.DRI:
      return payload.length === 2
    case segments.SOS:
      walk.scans++
      if (!walk.frame || walk.scans > MAX_SCANS) return false
      return segments.isScanHeader(payload, walk.frame)
    default:
      return false
  }
}

function takeExtra(walk: Walk, code: number, payload: Uint8Array) {
  const name = latin1(payload, 0, 14)
  if (code === APP0 && name.startsWith('JFIF\0') && payload.length >= 14 && !walk.jfif) {
    if (payload.length > 14) walk.removed.add('thumbnail')
    walk.jfif = concatBytes(payload.subarray(0, 12), Uint8Array.of(0, 0))
  } else if (code === APP1 && name.startsWith('Exif\0\0')) {
    const exif = readExif(payload)
    walk.orientation ??= exif.orientation
    for (const kind of exif.removed) walk.removed.add(kind)
  } else if (code === APP2 && name.startsWith(PROFILE_NAME)) {
    if (walk.profile.length <= MAX_PROFILE_PARTS) walk.profile.push(payload)
  } else if (code === APP14 && name.startsWith('Adobe') && payload.length >= 12) {
    if (payload.length > 12) walk.removed.add('other')
    walk.adobe ??= payload.subarray(0, 12)
  } else {
    walk.removed.add(segments.droppedKind(code, payload))
  }
}

function finish(walk: Walk): Rebuilt {
  const { frame, jfif, adobe, orientation, removed } = walk
  if (!frame || walk.scans === 0) return DAMAGED
  const turn = orientation && concatBytes(fromLatin1('Exif\0\0'), orientationOnly(orientation))
  const parts = [
    Uint8Array.of(0xff, segments.SOI),
    jfif && segment(APP0, jfif),
    turn && segment(APP1, turn),
    ...profileSegments(walk),
    adobe && segment(APP14, adobe),
    ...walk.body,
    Uint8Array.of(0xff, segments.EOI),
  ]
  const shown = shownSize(frame.width, frame.height, orientation)
  return {
    ok: true,
    bytes: concatBytes(...parts.filter((part) => part instanceof Uint8Array)),
    ...shown,
    removed: inOrder(removed),
    orientation,
    passes: frame.passes,
    inks: frame.components.length === 4,
  }
}

/** ICC.1:2022, annex B.4; with one part missing there is none. */
function profileSegments({ profile, removed }: Walk): Uint8Array[] {
  if (profile.length === 0) return []
  const inTurn = profile.toSorted((a, b) => (a[12] ?? 0) - (b[12] ?? 0))
  const whole = inTurn.every((part, index) => part[12] === index + 1 && part[13] === profile.length)
  const source = concatBytes(...inTurn.map((part) => part.subarray(14)))
  const rebuilt = whole && source.length <= MAX_PROFILE_BYTES ? rebuildProfile(source) : undefined
  if (!rebuilt) {
    removed.add('colour_profile')
    return []
  }
  const count = Math.ceil(rebuilt.length / PROFILE_PART_BYTES)
  return Array.from({ length: count }, (_, index) => {
    const numbers = Uint8Array.of(index + 1, count)
    const part = rebuilt.subarray(index * PROFILE_PART_BYTES, (index + 1) * PROFILE_PART_BYTES)
    return segment(APP2, concatBytes(fromLatin1(PROFILE_NAME), numbers, part))
  })
}

function segment(code: number, payload: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(0xff, code), be16(payload.length + 2), payload)
}
