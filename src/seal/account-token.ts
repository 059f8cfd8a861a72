import { type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { sha256 } from './digest.ts'

export function mintAccountToken(random: RandomBytes): string {
  return toBase64url(random(24))
}

/** Of links that set a password; the token itself is stored nowhere. */
export async function accountTokenIdentifier(token: string): Promise<string> {
  return toBase64url(await sha256(`reset-password:${token}`))
}
