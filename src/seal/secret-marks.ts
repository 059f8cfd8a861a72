import { fromBase64url, toHex } from '../domain/text/bytes.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { parseIdentityKeys } from './identity-keys.ts'
import { everySecret } from './server-secret.ts'

/** What the Worker keeps secret, under the names of its bindings. */
export const SECRET_NAMES = [
  'SERVER_SECRET',
  'IDENTITY_KEYS',
  'RECEIPT_KEY',
  'AUTH_SECRET',
] as const

export type SecretName = (typeof SECRET_NAMES)[number]

type Held = Partial<Record<SecretName, string>>

/** Those that are missing or cannot be what they are for. */
export function badSecrets(held: Held): SecretName[] {
  return SECRET_NAMES.filter((name) => !isWellFormed(name, held[name] ?? ''))
}

/** Any text signs a cookie; shorter ones can be guessed. */
const SHORTEST_AUTH = 32

export function isWellFormed(name: SecretName, value: string): boolean {
  if (name === 'AUTH_SECRET') return value.length >= SHORTEST_AUTH
  if (name === 'SERVER_SECRET')
    return everySecret(value).every((one) => (fromBase64url(one)?.length ?? 0) >= 32)
  try {
    if (name === 'IDENTITY_KEYS') return parseIdentityKeys(value).current > 0
    const { kty, crv, x, d } = JSON.parse(value)
    return kty === 'OKP' && crv === 'Ed25519' && [x, d].every((part) => is32Bytes(part))
  } catch {
    return false
  }
}

function is32Bytes(part: unknown): boolean {
  return typeof part === 'string' && fromBase64url(part)?.length === 32
}

const MARK_BYTES = 2

/**
 * Four hex digits for each that is well formed: whoever holds a copy sees whether it is the same,
 * and nobody learns more than one chance in 65,536 from them.
 */
export async function secretMarks(held: Held): Promise<Held> {
  const bad = badSecrets(held)
  const marks: Held = {}
  for (const name of SECRET_NAMES) {
    if (bad.includes(name)) continue
    const digest = await sha256(canonicalJson(['tanggap secret mark', name, held[name] ?? '']))
    marks[name] = toHex(digest.slice(0, MARK_BYTES))
  }
  return marks
}
