/** The text under that key of our own table; a key from an address finds nothing else. */
export function ownText(
  texts: Readonly<Record<string, string>>,
  key: string | undefined,
): string | undefined {
  return key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined
}
