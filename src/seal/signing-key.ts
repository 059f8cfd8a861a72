import { concatBytes, fromBase64url, toBase64url, utf8 } from '../domain/text/bytes.ts'
import { canonicalJson, sha256 } from './digest.ts'

export interface SigningJwk {
  kty?: string
  crv?: string
  x?: string
  d?: string
}

export interface PublicSigningKey {
  /** First 8 letters of the RFC 7638 thumbprint. */
  kid: string
  jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string }
  /** As `openssl pkeyutl -pubin -inkey` reads it. */
  pem: string
}

/** DER of SPKI up to the 32 key bytes (RFC 8410 section 4). */
const SPKI_HEAD = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0)

/** @throws TypeError when it is no Ed25519 key. */
export async function publicKeyOf(jwk: SigningJwk): Promise<PublicSigningKey> {
  const bytes = fromBase64url(jwk.x ?? '')
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || bytes?.length !== 32) {
    throw new TypeError('not an Ed25519 JWK')
  }
  const publicJwk = { kty: jwk.kty, crv: jwk.crv, x: toBase64url(bytes) } as const
  const thumbprint = await sha256(canonicalJson(publicJwk))
  return { kid: toBase64url(thumbprint).slice(0, 8), jwk: publicJwk, pem: pemOf(bytes) }
}

function pemOf(bytes: Uint8Array): string {
  const der = btoa(String.fromCharCode(...concatBytes(SPKI_HEAD, bytes)))
  return `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`
}

export async function signText(privateJwk: SigningJwk, text: string): Promise<Uint8Array> {
  const { jwk } = await publicKeyOf(privateJwk)
  // Node writes alg "Ed25519" into its JWKs and workerd refuses it.
  const imported = { ...jwk, d: privateJwk.d }
  const key = await crypto.subtle.importKey('jwk', imported, 'Ed25519', false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, utf8(text)))
}

export async function isSignedBy(
  publicKey: PublicSigningKey,
  signature: Uint8Array,
  signed: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', publicKey.jwk, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, signed)
}
