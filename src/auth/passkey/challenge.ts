import {
  concatBytes,
  fromBase64url,
  type RandomBytes,
  toBase64url,
} from '../../domain/text/bytes.ts'
import { type Instant, MINUTE } from '../../domain/time/time.ts'
import { sameHash } from '../../seal/digest.ts'
import { keyedDigest } from '../../seal/keyed.ts'
import { presentSecret, secretsAt } from '../../seal/server-secret.ts'

/** 'make' and 'show' in a session, which names it; 'enter' in a browser, by its attempt's cookie. */
export type Purpose = 'make' | 'show' | 'enter'

export const CHALLENGE_MINUTES = 5

const SECOND = 1000
const RANDOM = 16
const BODY = RANDOM + 4
const MAC = 16

/** Kept in no row until it is answered: it says, signed, when and for what it was made. */
export async function mintChallenge(
  serverSecret: string,
  purpose: Purpose,
  to: string,
  random: RandomBytes,
  now: Instant,
): Promise<string> {
  const body = new Uint8Array(BODY)
  body.set(random(RANDOM))
  new DataView(body.buffer).setUint32(RANDOM, Math.floor(now / SECOND))
  return whole(presentSecret(serverSecret), purpose, to, body)
}

export async function isChallenge(
  serverSecret: string,
  purpose: Purpose,
  to: string,
  text: string,
  now: Instant,
): Promise<boolean> {
  const bytes = fromBase64url(text)
  if (bytes?.length !== BODY + MAC) return false
  const body = bytes.slice(0, BODY)
  const made = new DataView(body.buffer).getUint32(RANDOM) * SECOND
  if (made > now || now - made > CHALLENGE_MINUTES * MINUTE) return false
  for (const secret of secretsAt(serverSecret, made))
    if (sameHash(await whole(secret, purpose, to, body), text)) return true
  return false
}

async function whole(secret: string, purpose: Purpose, to: string, body: Uint8Array) {
  const mac = await keyedDigest(secret, 'passkey challenge v1', [purpose, to, toBase64url(body)])
  return toBase64url(concatBytes(body, mac.subarray(0, MAC)))
}
