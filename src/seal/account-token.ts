import { type RandomBytes, toBase64url } from '../domain/text/bytes.ts'
import { sha256 } from './digest.ts'

/** 192 random bits for a link that sets a password. */
export function mintAccountToken(random: RandomBytes): string {
  return toBase64url(random(24))
}

/** What the verification row holds of it: as better-auth's resetPassword looks it up. */
export async function accountTokenIdentifier(token: string): Promise<string> {
  return toBase64url(await sha256(`reset-password:${token}`))
}
