import { type RandomBytes, textOfUtf8, utf8 } from '../domain/text/bytes.ts'
import { hashAccessKey } from './access-key.ts'
import { decrypt, encrypt, masterKey } from './box.ts'
import { sameHash } from './digest.ts'
import type { IdentityKeys } from './identity-keys.ts'

/** From before hashes were sealed: hex of the bare one. */
const BARE = /^[0-9a-f]{64}$/
const SEALED = /^([1-9]\d{0,5})\.([\w-]{123})$/

/**
 * What is kept of a key: its hash, sealed under the newest master key and bound to its report, so that
 * a leaked database tries no key, and a new master key takes its place without knowing any
 * (docs/data.md, Reporter access). `<version>.<base64url>`.
 */
export async function sealedKeyHash(
  keys: IdentityKeys,
  complaintId: number,
  accessKey: string,
  random: RandomBytes,
): Promise<string> {
  return seal(keys, complaintId, await hashAccessKey(accessKey, complaintId), random)
}

/** The same, sealed anew; null: it is under the newest master key, or there is none. */
export async function resealedKeyHash(
  keys: IdentityKeys,
  complaintId: number,
  kept: string | null,
  random: RandomBytes,
): Promise<string | null> {
  if (kept === null || isSealedUnder(keys, kept)) return null
  return seal(keys, complaintId, await open(keys, complaintId, kept), random)
}

/** Whether `accessKey` is the one. Where there is none, as much is done as where there is. */
export async function keyFits(
  keys: IdentityKeys,
  complaintId: number,
  kept: string | null,
  accessKey: string,
): Promise<boolean> {
  const hash = await hashAccessKey(accessKey, complaintId)
  const sealed = kept ?? `${keys.current}.${'A'.repeat(123)}`
  const version = versionOf(sealed)
  // one that is missing here is no wrong key: whoever runs the site must hear of it
  if (version > 0) masterKey(keys, version)
  const expected = await open(keys, complaintId, sealed).catch(() => null)
  return sameHash(hash, expected ?? '0'.repeat(64)) && expected !== null
}

export function isSealedUnder(keys: IdentityKeys, kept: string | null): boolean {
  return kept === null || versionOf(kept) === keys.current
}

/** 0: it is bare. */
function versionOf(kept: string): number {
  return Number(SEALED.exec(kept)?.[1] ?? 0)
}

async function seal(keys: IdentityKeys, complaintId: number, hash: string, random: RandomBytes) {
  const version = keys.current
  const key = masterKey(keys, version)
  return `${version}.${await encrypt(key, bindingOf(complaintId, version), utf8(hash), random)}`
}

async function open(keys: IdentityKeys, complaintId: number, kept: string): Promise<string> {
  if (BARE.test(kept)) return kept
  const version = versionOf(kept)
  const box = SEALED.exec(kept)?.[2] ?? ''
  const key = masterKey(keys, version)
  return textOfUtf8(await decrypt(key, bindingOf(complaintId, version), box)) ?? ''
}

/** Not that of a data key: what is sealed for one use opens in no other. */
function bindingOf(complaintId: number, version: number): string {
  return `${complaintId}:access key hash:v${version}`
}
