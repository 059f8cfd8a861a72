import { foldTyped, isCrockford } from './crockford.ts'
import { plainTyped } from './plain-typed.ts'

export const KEY_LETTERS = 13

const WITHIN =
  /(?<![\p{L}\p{N}])[A-Z0-9]{4}(?:[-_. ]{0,3}[A-Z0-9]{4}){2}[-_. ]{0,3}[A-Z0-9](?![\p{L}\p{N}])/giu

/** Also behind a label, as a receipt or a message has it. */
export function parseAccessKey(text: string): string | null {
  const within = plainTyped(text.slice(0, 500)).match(WITHIN) ?? []
  for (const typed of [text, ...within]) {
    const letters = foldTyped(typed)
    if (letters.length === KEY_LETTERS && isCrockford(letters)) return inGroups(letters)
  }
  return null
}

/** What looks like a key is taken out: it was pasted where a number or words were asked for. */
export function withoutKeys(text: string): string {
  const clean = text.replace(WITHIN, (found) => (looksLikeKey(found) ? ' ' : found))
  return clean === text ? text : clean.replace(/ {2,}/g, ' ').trim()
}

/** Numbers of thirteen digits are times; a word, or words written small, are words. */
function looksLikeKey(found: string): boolean {
  const letters = foldTyped(found)
  const grouped = found.includes('-') || (found.includes(' ') && found === found.toUpperCase())
  const random = /\d/.test(found) || grouped
  return letters.length === KEY_LETTERS && isCrockford(letters) && random && /[a-z]/i.test(found)
}

/** As it is written everywhere. */
export function inGroups(letters: string): string {
  return letters.replace(/.{4}(?=.)/g, '$&-')
}
