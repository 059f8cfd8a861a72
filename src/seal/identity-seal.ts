import { type RandomBytes, textOfUtf8, utf8 } from '../domain/text/bytes.ts'
import { decrypt, encrypt, masterKey } from './box.ts'
import type { IdentityKeys } from './identity-keys.ts'

export type Identity = Record<string, string | null>

/** Base64url of a 12-byte nonce, ciphertext and 16-byte tag each. */
export interface SealedIdentity {
  keyVersion: number
  /** Wrapped; null once erased, and then nothing opens any more. */
  wrappedKey: string | null
  fields: Record<string, string | null>
}

/** Bound to its complaint and to each field's name. */
export async function sealIdentity(
  keys: IdentityKeys,
  complaintId: number,
  identity: Identity,
  random: RandomBytes,
): Promise<SealedIdentity> {
  const dataKey = random(32)
  const wrappedKey = await wrap(keys, keys.current, complaintId, dataKey, random)
  const fields = await sealFields(dataKey, complaintId, identity, random)
  return { keyVersion: keys.current, wrappedKey, fields }
}

/** null: erased. @throws Error, without content, when altered, another's or its key is missing. */
export async function openIdentity(
  keys: IdentityKeys,
  complaintId: number,
  sealed: SealedIdentity,
): Promise<Identity | null> {
  if (sealed.wrappedKey === null) return null
  const dataKey = await unwrap(keys, complaintId, sealed.keyVersion, sealed.wrappedKey)
  const identity: Identity = {}
  for (const [field, box] of Object.entries(sealed.fields)) {
    identity[field] = box === null ? null : await openField(dataKey, complaintId, field, box)
  }
  return identity
}

export async function changeIdentity(
  keys: IdentityKeys,
  complaintId: number,
  sealed: SealedIdentity,
  changes: Identity,
  random: RandomBytes,
): Promise<SealedIdentity | null> {
  if (sealed.wrappedKey === null) return null
  const dataKey = await unwrap(keys, complaintId, sealed.keyVersion, sealed.wrappedKey)
  const fields = await sealFields(dataKey, complaintId, changes, random)
  return { ...sealed, fields: { ...sealed.fields, ...fields } }
}

export async function rewrap(
  keys: IdentityKeys,
  complaintId: number,
  sealed: SealedIdentity,
  random: RandomBytes,
): Promise<SealedIdentity> {
  if (sealed.wrappedKey === null || sealed.keyVersion === keys.current) return sealed
  const dataKey = await unwrap(keys, complaintId, sealed.keyVersion, sealed.wrappedKey)
  const wrappedKey = await wrap(keys, keys.current, complaintId, dataKey, random)
  return { ...sealed, keyVersion: keys.current, wrappedKey }
}

async function sealFields(
  dataKey: Uint8Array,
  complaintId: number,
  identity: Identity,
  random: RandomBytes,
) {
  const fields: SealedIdentity['fields'] = {}
  for (const [field, text] of Object.entries(identity)) {
    const bound = `${complaintId}:${field}`
    fields[field] = text === null ? null : await encrypt(dataKey, bound, utf8(text), random)
  }
  return fields
}

async function openField(key: Uint8Array, complaintId: number, field: string, box: string) {
  const text = textOfUtf8(await decrypt(key, `${complaintId}:${field}`, box))
  if (text === null) throw new Error('a sealed field is not text')
  return text
}

function wrap(
  keys: IdentityKeys,
  version: number,
  complaintId: number,
  dataKey: Uint8Array,
  random: RandomBytes,
) {
  return encrypt(masterKey(keys, version), wrapBinding(complaintId, version), dataKey, random)
}

function unwrap(keys: IdentityKeys, complaintId: number, version: number, wrapped: string) {
  return decrypt(masterKey(keys, version), wrapBinding(complaintId, version), wrapped)
}

function wrapBinding(complaintId: number, version: number): string {
  return `${complaintId}:data key:v${version}`
}
