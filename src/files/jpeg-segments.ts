import { latin1, u16 } from './bytes.ts'

/** ITU-T T.81, table B.1 */
export const SOF2 = 0xc2
export const DHT = 0xc4
export const SOI = 0xd8
export const EOI = 0xd9
export const SOS = 0xda
export const DQT = 0xdb
export const DRI = 0xdd
const COM = 0xfe

export interface Frame {
  width: number
  height: number
  components: number[]
}

/** The next marker, past fill bytes and past what strays before it, as decoders pass over it. */
export function markerAt(
  file: Uint8Array,
  start: number,
): { code: number; at: number; next: number } | undefined {
  for (let at = file.indexOf(0xff, start); at >= 0; at = file.indexOf(0xff, at)) {
    let code = at + 1
    while (file[code] === 0xff) code++
    const value = file[code]
    if (value) return { code: value, at, next: code + 1 }
    at = code + 1
  }
  return undefined
}

/** DAC and DNL: they draw nothing in a file that browsers show. */
export function isPassedOver(code: number): boolean {
  return code === 0xcc || code === 0xdc
}

/** Markers that stand alone: restarts and the like, without a length. */
export function isAlone(code: number): boolean {
  return code === 0x01 || (code >= 0xd0 && code <= 0xd7)
}

/** Where the entropy-coded data ends: at the next marker that is neither stuffing nor a restart. */
export function scanEnd(file: Uint8Array, start: number): number | undefined {
  for (let at = start; ; ) {
    const found = file.indexOf(0xff, at)
    if (found < 0) return undefined
    let code = found + 1
    while (file[code] === 0xff) code++
    const value = file[code]
    if (value === undefined) return undefined
    if (value !== 0 && (value < 0xd0 || value > 0xd7)) return found
    at = code + 1
  }
}

/** How what may follow a picture begins: a film's boxes, an archive, a document, a camera's words. */
const FOLLOWERS = ['ftyp', 'moov', 'mdat', 'PK\x03\x04', '%PDF-', 'Exif\0', '<?xp', 'http://']
/** A box's length stands before its name. */
const LENGTH_BYTES = 4

/** Of a scan that no marker ends: its bytes, less what is none of its own. */
export function openScan(file: Uint8Array, start: number): Uint8Array {
  const rest = file.subarray(start)
  const text = latin1(rest, 0, rest.length)
  const found = FOLLOWERS.map((name) => text.indexOf(name)).filter((at) => at >= 0)
  let end = found.length === 0 ? rest.length : Math.max(0, Math.min(...found) - LENGTH_BYTES)
  // a half marker at the very end would swallow the one that we write
  while (rest[end - 1] === 0xff) end--
  return rest.subarray(0, end)
}

/** Frames that browsers show. */
export function readFrame(payload: Uint8Array): Frame | undefined {
  const count = payload[5] ?? 0
  if (![1, 3, 4].includes(count) || payload.length !== 6 + 3 * count) return undefined
  const components = Array.from({ length: count }, (_, index) => payload[6 + 3 * index] as number)
  return { height: u16(payload, 1), width: u16(payload, 3), components }
}

export function isScanHeader(payload: Uint8Array, frame: Frame): boolean {
  const count = payload[0] ?? 0
  if (count < 1 || count > 4 || payload.length !== 4 + 2 * count) return false
  for (let index = 0; index < count; index++) {
    if (!frame.components.includes(payload[1 + 2 * index] as number)) return false
  }
  return true
}

/** Tables are read to the last byte, so that nothing can travel behind them. */
export function isQuantization(payload: Uint8Array): boolean {
  let at = 0
  while (at < payload.length) {
    const head = payload[at] as number
    if ((head & 15) > 3 || head >>> 4 > 1) return false
    at += head >>> 4 ? 129 : 65
  }
  return at === payload.length
}

export function isHuffman(payload: Uint8Array): boolean {
  let at = 0
  while (at < payload.length) {
    const head = payload[at] as number
    if ((head & 15) > 3 || head >>> 4 > 1) return false
    const symbols = payload.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
    if (symbols > 256) return false
    at += 17 + symbols
  }
  return at === payload.length
}

export function droppedKind(code: number, payload: Uint8Array) {
  const name = latin1(payload, 0, 40)
  if (code === COM) return 'text'
  if (name.startsWith('http://ns.adobe.com/')) return 'xmp'
  if (name.startsWith('Photoshop 3.0')) return 'iptc'
  if (name.startsWith('MPF\0')) return 'mpf'
  if (name.startsWith('ICC_PROFILE\0')) return 'colour_profile'
  return name.startsWith('JFXX\0') ? 'thumbnail' : 'other'
}
