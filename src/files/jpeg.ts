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
  /** How much of the body draws: tables that no scan follows are left out of a closed picture. */
  drawn?: number
  /** It broke off. */
  closed?: true
}

/**
 * ITU-T T.81. Scan data is copied bit for bit; what draws nothing is left behind. A picture that
 * breaks off after it began is closed where it does, as browsers show it.
 */
export function rebuildJpeg(file: Uint8Array): Rebuilt {
  const walk: Walk = { scans: 0, profile: [], body: [], removed: new Set() }
  const end = walkSegments(walk, file)
  if (typeof end === 'string' && !walk.drawn) return { ok: false, reason: end }
  if (typeof end === 'string') walk.closed = true
  else if (end < file.length) walk.removed.add('trailer')
  return finish(walk)
}

/** Where the picture ends, or why it does not. */
function walkSegments(walk: Walk, file: Uint8Array): number | RebuildRefusal {
  let at = 2
  for (;;) {
    const marker = segments.markerAt(file, at)
    if (!marker) return 'damaged'
    if (marker.at > at) walk.removed.add('other')
    at = marker.next
    if (marker.code === segments.EOI) return at
    if (segments.isAlone(marker.code)) continue
    const length = u16(file, at)
    if (at + length > file.length || at + 2 > file.length) return 'damaged'
    if (length < 2 && marker.code < APP0) return 'damaged'
    const problem = take(walk, marker.code, file.subarray(at + 2, at + length))
    if (problem) return problem
    at += Math.max(2, length)
    if (marker.code !== segments.SOS) continue
    const end = segments.scanEnd(file, at)
    const scan = end === undefined ? segments.openScan(file, at) : file.subarray(at, end)
    if (scan.length === 0) {
      walk.body.pop()
      walk.scans--
      return 'damaged'
    }
    walk.body.push(scan)
    walk.drawn = walk.body.length
    if (end === undefined) return 'damaged'
    at = end
  }
}

function take(walk: Walk, code: number, payload: Uint8Array): RebuildRefusal | undefined {
  if (code >= APP0 || segments.isPassedOver(code)) {
    takeExtra(walk, code, payload)
    return undefined
  }
  if (code >= 0xc0 && code <= 0xcf && code !== segments.DHT) return takeFrame(walk, code, payload)
  // one that would cost decoders too much is not closed either
  if (walk.body.length > MAX_PARTS || walk.scans > MAX_SCANS) walk.drawn = 0
  if (walk.drawn === 0 || !isDrawing(walk, code, payload)) return 'damaged'
  if (payload.length > 0) walk.body.push(segment(code, payload))
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
      if (!walk.frame) return false
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
    ...walk.body.slice(0, walk.drawn),
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
    closed: walk.closed,
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
