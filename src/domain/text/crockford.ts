const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** One letter for each byte, from its low five bits: uniform when the bytes are. */
export function crockfordLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => letterOf(byte & 31)).join('')
}

/** The letter of a value from 0 to 31. */
export function letterOf(value: number): string {
  return ALPHABET.charAt(value)
}

/** The value, 0 to 31, of a letter of the alphabet; -1 for any other. */
export function letterValue(letter: string): number {
  return ALPHABET.indexOf(letter)
}

export function isCrockford(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(text)
}

/**
 * What a person typed or read out, as bare capitals: full-width letters are narrowed, spaces,
 * dashes of any kind and invisible characters dropped, O read as 0, I and L as 1. Letters that
 * no number holds stay, so that the caller sees them. Over 100 characters it is nothing typed: ''.
 */
export function foldTyped(text: string): string {
  if (text.length > 100) return ''
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
