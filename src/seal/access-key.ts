import { crockfordLetters } from '../domain/text/crockford.ts'
import { inGroups, KEY_LETTERS } from '../domain/text/typed-key.ts'
import { sha256Hex } from './digest.ts'
import { makingOf, tokenBytes } from './form-token.ts'
import { derivedBytes } from './keyed.ts'

/**
 * The same form sent again gets the same key, after a change of the server's secret, too.
 * @throws TypeError on a malformed token or secret.
 */
export async function deriveAccessKey(
  serverSecret: string,
  token: string,
  complaintId: number,
): Promise<string> {
  const salt = tokenBytes(token)
  const secret = makingOf(serverSecret, token)?.secret ?? serverSecret
  const bytes = await derivedBytes(secret, 'access key v1', salt, [complaintId], KEY_LETTERS)
  return inGroups(crockfordLetters(bytes))
}

/** Hex SHA-256, of use for this complaint only. */
export function hashAccessKey(key: string, complaintId: number): Promise<string> {
  return sha256Hex(`tanggap access key v1\n${complaintId}\n${key}`)
}
