import { toHex } from '../../domain/text/bytes.ts'
import { sha256Hex } from '../../seal/digest.ts'
import { type CborMap, readCbor, slice } from './cbor.ts'
import { holds } from './fault.ts'

/** WebAuthn level 3, 6.1. */
export interface AuthenticatorData {
  /** By fingerprint, face or PIN, not by a touch alone. */
  verified: boolean
  /** May be copied to the other devices of its owner; and has been. */
  backup: { eligible: boolean; done: boolean }
  counter: number
  created: { id: Uint8Array; key: CborMap } | null
}

const FLAGS = 32
const HEAD = 37
const LONGEST_ID = 1023

/** @throws PasskeyFault unless somebody touched it, for this site. */
export async function readAuthenticatorData(
  bytes: Uint8Array,
  rpId: string,
): Promise<AuthenticatorData> {
  const head = slice(bytes, 0, HEAD)
  holds(toHex(head.subarray(0, FLAGS)) === (await sha256Hex(rpId)), 'of another site')
  const is = (bit: number) => (((head[FLAGS] ?? 0) >> bit) & 1) === 1
  holds(is(0), 'nobody was there')
  const backup = { eligible: is(3), done: is(4) }
  holds(backup.eligible || !backup.done, 'copied though it cannot be')
  const created = is(6) ? createdAt(bytes) : null
  const end = created?.end ?? HEAD
  holds((is(7) ? mapAt(bytes, end).end : end) === bytes.length, 'more than it says')
  const counter = new DataView(head.buffer).getUint32(FLAGS + 1)
  return { verified: is(2), backup, counter, created }
}

/** After the sixteen bytes that say of which make it is, which we do not ask. */
function createdAt(bytes: Uint8Array) {
  const at = HEAD + 16
  const [high = 0, low = 0] = slice(bytes, at, 2)
  const length = high * 256 + low
  holds(length > 0 && length <= LONGEST_ID, 'an id of another length')
  const { value: key, end } = mapAt(bytes, at + 2 + length)
  return { id: slice(bytes, at + 2, length), key, end }
}

export function mapAt(bytes: Uint8Array, at: number): { value: CborMap; end: number } {
  const { value, end } = readCbor(bytes, at)
  holds(value instanceof Map, 'no map')
  return { value, end }
}
