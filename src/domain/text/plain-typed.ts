/** For fields that are read, not told: letters of one width, one dash, one space, nothing unseen. */
export function plainTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
