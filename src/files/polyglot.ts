import { latin1 } from './bytes.ts'

const ACTIVE = /<(!doctype|html|head|body|script|iframe|svg|\?xml)[\s/>]|%PDF-/i
const HEAD_BYTES = 2048
const ZIP_END_BYTES = 22
const ZIP_COMMENT_BYTES = 0xffff

/** The words may stand in its pixels: by chance once in many millions of photos. */
export function isAlsoActive(image: Uint8Array): boolean {
  return ACTIVE.test(latin1(image, 0, HEAD_BYTES))
}

/** A ZIP's directory is read from the file's end. */
export function isAlsoZip(file: Uint8Array): boolean {
  const from = Math.max(0, file.length - ZIP_END_BYTES - ZIP_COMMENT_BYTES)
  for (let at = file.indexOf(0x50, from); at >= 0; at = file.indexOf(0x50, at + 1)) {
    if (latin1(file, at, 4) !== 'PK\x05\x06') continue
    const comment = (file[at + 20] ?? 0) | ((file[at + 21] ?? 0) << 8)
    if (at + ZIP_END_BYTES + comment === file.length) return true
  }
  return false
}
