import { fromBase64url, type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { keyedDigest } from './keyed.ts'

export function mintToken(random: RandomBytes): string {
  return toBase64url(random(16))
}

export function parseToken(text: string): string | null {
  return fromBase64url(text)?.length === 16 ? text : null
}

/** @throws TypeError on text that `parseToken` refuses. */
export function tokenBytes(token: string): Uint8Array {
  const bytes = fromBase64url(token)
  if (bytes?.length !== 16) throw new TypeError('not a form token')
  return bytes
}

/** For browsers that send neither Origin nor Sec-Fetch-Site. */
export async function csrfToken(serverSecret: string, sessionId: string): Promise<string> {
  const digest = await keyedDigest(serverSecret, 'csrf token v1', [sessionId])
  return toBase64url(digest.subarray(0, 16))
}
