import { fromBase64url, fromHex, toBase64url, toHex } from '../domain/text/bytes.ts'
import type { Instant, IsoDate } from '../domain/time/time.ts'
import { signFields, type Verified, verifyFields } from './signed-text.ts'
import type { SigningJwk } from './signing-key.ts'

export interface ReceiptFields {
  v: 1
  kid: string
  number: string
  time: Instant
  class: string
  /** Hex `commitment(salt, text)`: the words themselves are not in it. */
  textHash: string
  dates: { verify: IsoDate | null; settle: IsoDate | null }
}

/** So that the QR code stays readable from a worn print. */
const MAX_RECEIPT_BYTES = 400

/** `TGP1.payload.signature` @throws RangeError beyond 400 ASCII characters. */
export async function signReceipt(
  privateJwk: SigningJwk,
  fields: Omit<ReceiptFields, 'v' | 'kid'>,
): Promise<string> {
  const { number, time, class: kind, textHash } = fields
  const dates = { verify: fields.dates.verify, settle: fields.dates.settle }
  const signed = { number, time, class: kind, textHash: shortHash(textHash), dates }
  const text = await signFields('TGP1', 1, privateJwk, signed)
  if (text.length > MAX_RECEIPT_BYTES) throw new RangeError('a receipt is at most 400 bytes')
  return text
}

export function verifyReceipt(
  keys: SigningJwk | readonly SigningJwk[],
  text: string,
): Promise<Verified<ReceiptFields>> {
  return verifyFields('TGP1', keys, text, readReceipt)
}

function readReceipt(value: unknown): ReceiptFields | null {
  if (!hasKeys(value, ['v', 'kid', 'number', 'time', 'class', 'textHash', 'dates'])) return null
  const { v, kid, number, time, class: kind, dates } = value
  const textHash = longHash(value.textHash)
  if (v !== 1 || !isText(kid) || !isText(number) || !isText(kind) || !textHash) return null
  if (!isInteger(time) || !hasKeys(dates, ['verify', 'settle'])) return null
  const { verify, settle } = dates
  if (!isTextOrNull(verify) || !isTextOrNull(settle)) return null
  return { v, kid, number, time, class: kind, textHash, dates: { verify, settle } }
}

export interface LineFields {
  v: 1
  kid: string
  number: string
  seq: number
  line: 'photo' | 'answer' | 'closing'
  time: Instant
  /** Hex hash over the bytes as they are stored. */
  contentHash: string
}

/** The other mark and fields keep a line from passing for a receipt. */
export async function signLine(
  privateJwk: SigningJwk,
  fields: Omit<LineFields, 'v' | 'kid'>,
): Promise<string> {
  const { number, seq, line, time } = fields
  const contentHash = shortHash(fields.contentHash)
  return signFields('TGL1', 1, privateJwk, { number, seq, line, time, contentHash })
}

export function verifyLine(
  keys: SigningJwk | readonly SigningJwk[],
  text: string,
): Promise<Verified<LineFields>> {
  return verifyFields('TGL1', keys, text, readLine)
}

function readLine(value: unknown): LineFields | null {
  if (!hasKeys(value, ['v', 'kid', 'number', 'seq', 'line', 'time', 'contentHash'])) return null
  const { v, kid, number, seq, line, time } = value
  const contentHash = longHash(value.contentHash)
  if (v !== 1 || !isText(kid) || !isText(number) || !contentHash) return null
  if (!isInteger(seq) || !isInteger(time)) return null
  if (line !== 'photo' && line !== 'answer' && line !== 'closing') return null
  return { v, kid, number, seq, line, time, contentHash }
}

/** A third shorter than the hexadecimal used everywhere else. */
function shortHash(hex: string): string {
  const bytes = fromHex(hex)
  if (bytes?.length !== 32) throw new TypeError('a hash is 64 hexadecimal letters')
  return toBase64url(bytes)
}

function longHash(value: unknown): string | null {
  const bytes = isText(value) ? fromBase64url(value) : null
  return bytes?.length === 32 ? toHex(bytes) : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value)
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function hasKeys<K extends string>(
  value: unknown,
  keys: readonly K[],
): value is Record<K, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const own = Object.keys(value)
  return own.length === keys.length && keys.every((key) => own.includes(key))
}
