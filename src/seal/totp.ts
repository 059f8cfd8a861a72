import { toBase32 } from '../domain/text/base32.ts'
import type { Instant } from '../domain/time/time.ts'
import { sameHash } from './digest.ts'
import { keyedDigest } from './keyed.ts'
import { everySecret } from './server-secret.ts'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const STEP_MS = 30_000
const DIGITS = 6
/** A phone's clock may be a step off, either way. */
const SKEW = [0, -1, 1]
const SECRET_BYTES = 20

/** Kept nowhere: it derives from the server's secret and what the row holds. */
export async function totpSecret(
  serverSecret: string,
  userId: string,
  round: string,
): Promise<Uint8Array> {
  const digest = await keyedDigest(serverSecret, 'totp v1', [userId, round])
  return digest.subarray(0, SECRET_BYTES)
}

/** What an authenticator app reads out of the QR code. */
export function totpUri(secret: Uint8Array, issuer: string, email: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`
}

/** The step of time whose code it is, also under a secret of the server that was replaced. */
export async function stepOfCode(
  serverSecret: string,
  { userId, round }: { userId: string; round: string },
  code: string,
  now: Instant,
): Promise<number | null> {
  for (const secret of everySecret(serverSecret)) {
    const step = await matching(await totpSecret(secret, userId, round), code, now)
    if (step !== null) return step
  }
  return null
}

async function matching(secret: Uint8Array, code: string, now: Instant): Promise<number | null> {
  const steps = SKEW.map((skew) => Math.floor(now / STEP_MS) + skew)
  const codes = await Promise.all(steps.map((step) => totpCode(secret, step)))
  return steps.find((_, i) => sameHash(codes[i] ?? '', code)) ?? null
}

/** RFC 4226. */
export async function totpCode(secret: Uint8Array, step: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const at = mac.getUint8(19) & 15
  const number = (mac.getUint32(at) & 0x7fffffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}
