import {
  concatBytes,
  fromBase64url,
  type RandomBytes,
  toBase64url,
  utf8,
} from '../domain/text/bytes.ts'
import type { IdentityKeys } from './identity-keys.ts'

const NONCE = 12

export function masterKey(keys: IdentityKeys, version: number): Uint8Array {
  const key = keys.byVersion.get(version)
  if (!key) throw new Error(`master key version ${version} is not in IDENTITY_KEYS`)
  return key
}

/** AES-GCM, bound to `bound`: base64url of a 12-byte nonce, ciphertext and 16-byte tag. */
export async function encrypt(
  key: Uint8Array,
  bound: string,
  plain: Uint8Array,
  random: RandomBytes,
): Promise<string> {
  const iv = random(NONCE)
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(bound) }
  const box = await crypto.subtle.encrypt(algorithm, aes, plain)
  return toBase64url(concatBytes(iv, new Uint8Array(box)))
}

/** @throws Error, without content, when altered or another's. */
export async function decrypt(key: Uint8Array, bound: string, box: string): Promise<Uint8Array> {
  const bytes = fromBase64url(box)
  if (!bytes || bytes.length < NONCE + 16) throw new Error('a sealed value is damaged')
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  const iv = bytes.subarray(0, NONCE)
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(bound) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, aes, bytes.subarray(NONCE)))
  } catch {
    throw new Error('a sealed value is damaged or belongs elsewhere')
  }
}
