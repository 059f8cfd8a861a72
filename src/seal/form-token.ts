import { fromBase64url, type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { keyedDigest } from './keyed.ts'

/** A random 128-bit token for one view of the filing form: 22 letters of base64url. */
export function mintToken(random: RandomBytes): string {
  return toBase64url(random(16))
}

/** The token as it was minted (also by an offline form), or null when it is no such token. */
export function parseToken(text: string): string | null {
  return fromBase64url(text)?.length === 16 ? text : null
}

/** The bytes of a token; throws TypeError on text that `parseToken` refuses. */
export function tokenBytes(token: string): Uint8Array {
  const bytes = fromBase64url(token)
  if (bytes?.length !== 16) throw new TypeError('not a form token')
  return bytes
}

/** The form token of a cookie session, for browsers that send neither Origin nor Sec-Fetch-Site. */
export async function csrfToken(serverSecret: string, sessionId: string): Promise<string> {
  const digest = await keyedDigest(serverSecret, 'csrf token v1', [sessionId])
  return toBase64url(digest.subarray(0, 16))
}
