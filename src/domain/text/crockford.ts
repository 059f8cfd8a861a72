const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** From a byte's low five bits: uniform when the bytes are. */
export function crockfordLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => letterOf(byte & 31)).join('')
}

export function letterOf(value: number): string {
  return ALPHABET.charAt(value)
}

export function letterValue(letter: string): number {
  return ALPHABET.indexOf(letter)
}

export function isCrockford(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(text)
}

/** Letters that no number holds stay, so that the caller sees them. */
export function foldTyped(text: string): string {
  if (text.length > 100) return ''
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
