import { concatBytes, fromBase64url, toBase64url, utf8 } from '../domain/text/bytes.ts'
import { isSignedBy, publicKeyOf, type SigningJwk, signText } from './signing-key.ts'

/** What a receipt signs begins with a brace: neither can ever pass for the other. */
const PURPOSE = 'tanggap backup v1\n'

/** One line: the record as text, whose key signed it, and the signature over that very text. */
export async function signRecord(privateJwk: SigningJwk, record: object): Promise<string> {
  const signed = JSON.stringify(record)
  const { kid } = await publicKeyOf(privateJwk)
  const signature = toBase64url(await signText(privateJwk, PURPOSE + signed))
  return JSON.stringify({ signed, kid, signature })
}

export type SignedRecord =
  | { ok: true; record: unknown }
  | { ok: false; problem: 'unsigned' | 'unknown-key' | 'forged' }

/** `unknown-key`: by none of these; `forged`: altered, or signed by another under this name. */
export async function readSigned(keys: readonly SigningJwk[], line: string): Promise<SignedRecord> {
  const { signed, kid, signature } = partsOf(line)
  const bytes = fromBase64url(signature ?? '')
  if (signed === undefined || bytes?.length !== 64) return { ok: false, problem: 'unsigned' }
  for (const jwk of keys) {
    const key = await publicKeyOf(jwk)
    if (key.kid !== kid) continue
    if (!(await isSignedBy(key, bytes, concatBytes(utf8(PURPOSE), utf8(signed))))) break
    return { ok: true, record: JSON.parse(signed) }
  }
  const known = await Promise.all(keys.map(async (jwk) => (await publicKeyOf(jwk)).kid))
  return { ok: false, problem: known.includes(kid ?? '') ? 'forged' : 'unknown-key' }
}

function partsOf(line: string): { signed?: string; kid?: string; signature?: string } {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return {}
    const { signed, kid, signature } = value as Record<string, unknown>
    if (typeof signed !== 'string' || typeof kid !== 'string' || typeof signature !== 'string')
      return {}
    return { signed, kid, signature }
  } catch {
    return {}
  }
}
