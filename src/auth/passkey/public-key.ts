import { concatBytes, toBase64url } from '../../domain/text/bytes.ts'
import type { Cbor, CborMap } from './cbor.ts'
import { holds } from './fault.ts'

/** ES256, EdDSA and RS256 by their numbers in COSE; the first is what we like best. */
export const ALGORITHMS = [-7, -8, -257] as const
type Algorithm = (typeof ALGORITHMS)[number]

export interface PublicKey {
  alg: Algorithm
  jwk: JsonWebKey
}

const PARAMETERS = {
  [-7]: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  [-8]: { name: 'Ed25519' },
  [-257]: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
}

/** RFC 9053: kty, then curve or modulus. */
const SHAPES = {
  [-7]: { kty: [2, 'EC'], crv: [1, 'P-256'], sized: { x: [-2, 32, 32], y: [-3, 32, 32] } },
  [-8]: { kty: [1, 'OKP'], crv: [6, 'Ed25519'], sized: { x: [-2, 32, 32] } },
  [-257]: { kty: [3, 'RSA'], crv: null, sized: { n: [-1, 256, 512], e: [-2, 1, 4] } },
} as const

/** @throws PasskeyFault unless it is a whole key of an algorithm that we asked for. */
export async function publicKeyOf(cose: CborMap): Promise<PublicKey> {
  const alg = ALGORITHMS.find((one) => one === cose.get(3))
  holds(alg !== undefined, 'another algorithm')
  const { kty, crv, sized } = SHAPES[alg]
  holds(cose.get(1) === kty[0] && (!crv || cose.get(-1) === crv[0]), 'another kind of key')
  const jwk: JsonWebKey = { kty: kty[1], ...(crv ? { crv: crv[1] } : {}) }
  for (const [name, [at, least, most]] of Object.entries(sized))
    Object.assign(jwk, { [name]: numberIn(cose.get(at), least, most) })
  const key = { alg, jwk }
  holds((await imported(key)) !== null, 'no such key')
  return key
}

function numberIn(bytes: Cbor | undefined, least: number, most: number): string {
  holds(bytes instanceof Uint8Array, 'a key without its numbers')
  holds(bytes.length >= least && bytes.length <= most, 'a number of another size')
  holds(least === most || bytes[0] !== 0, 'a number with zeros before it')
  return toBase64url(bytes)
}

async function imported({ alg, jwk }: PublicKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('jwk', jwk, PARAMETERS[alg], false, ['verify'])
  } catch {
    return null
  }
}

export async function isSigned(
  key: PublicKey,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  const own = await imported(key)
  const raw = key.alg === -7 ? rawOf(signature) : signature
  return own !== null && raw !== null && crypto.subtle.verify(PARAMETERS[key.alg], own, raw, data)
}

/** WebAuthn signs in ASN.1, WebCrypto wants both numbers side by side. */
function rawOf(der: Uint8Array): Uint8Array | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const r = integerAt(der, 2)
  const s = r && integerAt(der, r.end)
  return r && s && s.end === der.length ? concatBytes(r.number, s.number) : null
}

function integerAt(der: Uint8Array, at: number): { number: Uint8Array; end: number } | null {
  const length = der[at + 1] ?? 0
  const end = at + 2 + length
  if (der[at] !== 2 || length === 0 || end > der.length) return null
  const bare = der.slice(at + 2 + (length === 33 && der[at + 2] === 0 ? 1 : 0), end)
  if (bare.length > 32) return null
  return { number: concatBytes(new Uint8Array(32 - bare.length), bare), end }
}
