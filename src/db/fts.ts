/**
 * A person's words as a full-text query that cannot be read as operators: each word quoted,
 * the last one as a prefix. Empty when there is no word in it.
 */
export const ftsWords = (typed: string): string => {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, 8)
    .map(
      (word, i, all) =>
        `"${word.slice(0, 40)}"${i === all.length - 1 && word.length > 2 ? '*' : ''}`,
    )
    .join(' ')
}

/** Words in title and body, and every facet token; either may be empty, not both. */
export const ftsMatch = (words: string, tokens: readonly string[]): string =>
  [
    ...(words ? [`({title body} : (${words}))`] : []),
    ...tokens.map((token) => `tokens : ${token}`),
  ].join(' AND ')
