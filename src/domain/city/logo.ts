import { fromBase64url } from '../text/bytes.ts'

/** Bytes of a logo as it is kept: with it a first visit still fits its budget. */
export const MOST_LOGO_BYTES = 1400
/** Longest side, pixels: twice as sharp as it is shown. */
export const LOGO_SIDE = 64

/** As a PNG begins, in base64url. */
const PNG = /^iVBORw0KGgo[\w-]+$/
const IHDR = 0x49484452

/** Letters that hold how wide and how high it is. */
const HEAD = 32

/** Base64url of a small PNG, as the city's settings keep it; a table may bring one that we did not draw. */
export function isLogo(text: string): boolean {
  if (!PNG.test(text) || (text.length / 4) * 3 > MOST_LOGO_BYTES) return false
  const head = fromBase64url(text.slice(0, HEAD))
  if (head?.length !== (HEAD / 4) * 3) return false
  const view = new DataView(head.buffer, head.byteOffset)
  const sides = [view.getUint32(16), view.getUint32(20)]
  return view.getUint32(12) === IHDR && sides.every((side) => side > 0 && side <= LOGO_SIDE)
}

/** Another picture has another name, so that browsers may keep each for ever. */
export function logoFile(logo: string): string {
  let sign = 0
  for (let i = 0; i < logo.length; i++) sign = (Math.imul(sign, 31) + logo.charCodeAt(i)) >>> 0
  return `${sign.toString(36)}.png`
}
