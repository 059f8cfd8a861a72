import { fromBase64url, textOfUtf8, toBase64url, utf8 } from '../domain/text/bytes.ts'
import { canonicalJson, type Json } from './digest.ts'
import { isSignedBy, publicKeyOf, type SigningJwk, signText } from './signing-key.ts'

/** `malformed`: no such text; `unknown-key`: signed by none of the keys given; `forged`: altered. */
export type Verified<T> =
  | { ok: true; fields: T }
  | { ok: false; problem: 'malformed' | 'unknown-key' | 'forged' }

/** `MARK.payload.signature`: Ed25519 over the canonical JSON of fields, `v` and the key's id. */
export async function signFields(
  mark: string,
  version: number,
  privateJwk: SigningJwk,
  fields: { readonly [name: string]: Json },
): Promise<string> {
  const { kid } = await publicKeyOf(privateJwk)
  const payload = canonicalJson({ ...fields, v: version, kid })
  const signature = await signText(privateJwk, payload)
  return [mark, toBase64url(utf8(payload)), toBase64url(signature)].join('.')
}

/** White space of any kind (a wrapped mail) is ignored. `read`: null for another shape. */
export async function verifyFields<T extends { kid: string }>(
  mark: string,
  keys: SigningJwk | readonly SigningJwk[],
  text: string,
  read: (value: unknown) => T | null,
): Promise<Verified<T>> {
  const parts = text.length > 2000 ? [] : text.replace(/\s/g, '').split('.')
  const payload = fromBase64url(parts[1] ?? '')
  const signature = fromBase64url(parts[2] ?? '')
  const malformed = { ok: false, problem: 'malformed' } as const
  if (parts.length !== 3 || parts[0] !== mark || !payload || signature?.length !== 64) {
    return malformed
  }
  const fields = read(canonicalValue(payload))
  if (!fields) return malformed
  for (const jwk of [keys].flat()) {
    const key = await publicKeyOf(jwk)
    if (key.kid !== fields.kid) continue
    const genuine = await isSignedBy(key, signature, payload)
    return genuine ? { ok: true, fields } : { ok: false, problem: 'forged' }
  }
  return { ok: false, problem: 'unknown-key' }
}

/** undefined for other bytes: one receipt, one spelling. */
function canonicalValue(bytes: Uint8Array): unknown {
  const text = textOfUtf8(bytes)
  if (text === null) return undefined
  try {
    const value = JSON.parse(text)
    return canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}
