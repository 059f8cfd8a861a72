import { fromBase64url, toHex, utf8 } from '../domain/text/bytes.ts'
import { canonicalJson, type Json } from './digest.ts'
import { presentSecret } from './server-secret.ts'

/** `purpose` keeps one use's results out of another's. */
export async function keyedDigest(
  serverSecret: string,
  purpose: string,
  parts: readonly Json[],
): Promise<Uint8Array> {
  const key = await hmacKey(serverSecret)
  const message = utf8(canonicalJson([`tanggap ${purpose}`, ...parts]))
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
}

/** Never the promise: a request must not wait for what another began. */
let kept: { of: string; key: CryptoKey } | undefined

async function hmacKey(serverSecret: string): Promise<CryptoKey> {
  if (kept?.of === serverSecret) return kept.key
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = secretBytes(serverSecret)
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  kept = { of: serverSecret, key }
  return key
}

/** Equal for equal fields, yet a leaked database cannot be searched for a reporter's phone number. */
export async function fieldsDigest(
  serverSecret: string,
  fields: { readonly [name: string]: Json },
): Promise<string> {
  return toHex(await keyedDigest(serverSecret, 'filing fields v2', [fields]))
}

export async function derivedBytes(
  serverSecret: string,
  purpose: string,
  salt: Uint8Array,
  parts: readonly Json[],
  length: number,
): Promise<Uint8Array> {
  const secret = secretBytes(serverSecret)
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const info = utf8(canonicalJson([`tanggap ${purpose}`, ...parts]))
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8))
}

function secretBytes(serverSecret: string): Uint8Array {
  const bytes = fromBase64url(presentSecret(serverSecret))
  if (!bytes || bytes.length < 32) {
    throw new TypeError('SERVER_SECRET must be at least 32 bytes, base64url without padding')
  }
  return bytes
}
