import { crockfordLetters, foldTyped, isCrockford } from '../domain/text/crockford.ts'
import { plainTyped } from '../domain/text/plain-typed.ts'
import { sha256Hex } from './digest.ts'
import { tokenBytes } from './form-token.ts'
import { derivedBytes } from './keyed.ts'

const LETTERS = 13

/** The same form sent again gets the same key. @throws TypeError on a malformed token or secret. */
export async function deriveAccessKey(
  serverSecret: string,
  token: string,
  complaintId: number,
): Promise<string> {
  const salt = tokenBytes(token)
  const bytes = await derivedBytes(serverSecret, 'access key v1', salt, [complaintId], LETTERS)
  return inGroups(crockfordLetters(bytes))
}

const WITHIN =
  /(?<![\p{L}\p{N}])[A-Z0-9]{4}(?:[-_. ]{0,3}[A-Z0-9]{4}){2}[-_. ]{0,3}[A-Z0-9](?![\p{L}\p{N}])/giu

/** Also behind a label, as a receipt or a message has it. */
export function parseAccessKey(text: string): string | null {
  const within = plainTyped(text.slice(0, 500)).match(WITHIN) ?? []
  for (const typed of [text, ...within]) {
    const letters = foldTyped(typed)
    if (letters.length === LETTERS && isCrockford(letters)) return inGroups(letters)
  }
  return null
}

/** Hex SHA-256, of use for this complaint only. */
export function hashAccessKey(key: string, complaintId: number): Promise<string> {
  return sha256Hex(`tanggap access key v1\n${complaintId}\n${key}`)
}

function inGroups(letters: string): string {
  return letters.replace(/.{4}(?=.)/g, '$&-')
}
