import { type RandomBytes, toBase64url } from './bytes.ts'
import { sha256 } from './digest.ts'

/** 192 random bits for a link that sets a password. */
export const mintAccountToken = (random: RandomBytes): string => toBase64url(random(24))

/** What the verification row holds of it: as better-auth's resetPassword looks it up. */
export const accountTokenIdentifier = async (token: string): Promise<string> =>
  toBase64url(await sha256(`reset-password:${token}`))
