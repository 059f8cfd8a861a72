import { fromBase64url } from '../domain/text/bytes.ts'

/** By version; the highest one seals, all of them open. */
export interface IdentityKeys {
  current: number
  byVersion: ReadonlyMap<number, Uint8Array>
}

/** {"1":"base64url of 32 bytes", "2": ...} @throws TypeError, without quoting the secret. */
export function parseIdentityKeys(json: string): IdentityKeys {
  const byVersion = new Map<number, Uint8Array>()
  for (const [version, text] of Object.entries(parsed(json))) {
    const key = typeof text === 'string' ? fromBase64url(text) : null
    if (!/^[1-9]\d{0,5}$/.test(version) || key?.length !== 32) throw refusal()
    byVersion.set(Number(version), key)
  }
  if (byVersion.size === 0) throw refusal()
  return { current: Math.max(...byVersion.keys()), byVersion }
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // The parser's own message quotes the secret.
  }
  throw refusal()
}

function refusal(): TypeError {
  return new TypeError('IDENTITY_KEYS must be JSON of version to 32 bytes in base64url')
}
