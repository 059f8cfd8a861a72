import { fromBase64url, toBase64url } from '../domain/text/bytes.ts'
import { sha256 } from './digest.ts'

/** X25519. The city keeps it; neither the Worker nor the bucket ever holds it. */
export interface BackupJwk {
  kty: 'OKP'
  crv: 'X25519'
  x: string
  d: string
}

/** A new pair; `x` alone goes into the setting `backupKey`. */
export async function newBackupKey(): Promise<BackupJwk> {
  const pair = (await crypto.subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair
  const { x = '', d = '' } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  return { kty: 'OKP', crv: 'X25519', x, d }
}

/** @throws TypeError when it is no public key. */
export function publicBytes(x: string): Uint8Array {
  const bytes = fromBase64url(x)
  if (bytes?.length !== 32) throw new TypeError('backupKey must be 32 bytes, base64url')
  return bytes
}

/** By which a sealed backup says whose key opens it. */
export async function backupKeyId(x: string): Promise<string> {
  return toBase64url(await sha256(`tanggap backup key\n${toBase64url(publicBytes(x))}`)).slice(0, 8)
}
