/** Bytes of a logo as it is kept: with it a first visit still fits its budget. */
export const MOST_LOGO_BYTES = 1400
/** Longest side, pixels: twice as sharp as it is shown. */
export const LOGO_SIDE = 64

/** As a PNG begins, in base64url. */
const PNG = /^iVBORw0KGgo[\w-]+$/

/** Base64url of a PNG, as the city's settings keep it. */
export function isLogo(text: string): boolean {
  return PNG.test(text) && (text.length / 4) * 3 <= MOST_LOGO_BYTES
}

/** Another picture has another name, so that browsers may keep each for ever. */
export function logoFile(logo: string): string {
  let sign = 0
  for (let i = 0; i < logo.length; i++) sign = (Math.imul(sign, 31) + logo.charCodeAt(i)) >>> 0
  return `${sign.toString(36)}.png`
}
