import {
  concatBytes,
  fromBase64url,
  type RandomBytes,
  toBase64url,
  toHex,
  utf8,
} from '../domain/text/bytes.ts'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

export async function sha256Hex(data: string | Uint8Array): Promise<string> {
  return toHex(await sha256(data))
}

export async function sha256(data: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? utf8(data) : data
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** RFC 8785. @throws TypeError on what JSON changes: a hash over it could not be repeated. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  return canonicalObject(value as { readonly [key: string]: Json })
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no such number')
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON has no lone surrogates')
  return JSON.stringify(value)
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonical JSON holds plain values only')
  }
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key] as Json)}`)
  return `{${members.join(',')}}`
}

/** Erased together with its content. */
export function makeSalt(random: RandomBytes): string {
  return toBase64url(random(32))
}

/** Says nothing of the content once the salt is gone. @throws TypeError unless it is 32 bytes. */
export async function commitment(salt: string, content: string | Uint8Array): Promise<string> {
  const saltBytes = fromBase64url(salt)
  if (saltBytes?.length !== 32) throw new TypeError('a commitment needs a salt of 32 bytes')
  return sha256Hex(concatBytes(saltBytes, typeof content === 'string' ? utf8(content) : content))
}

/** The token itself is stored nowhere. */
export function tokenDigest(token: string): Promise<string> {
  return sha256Hex(`tanggap filing token v1\n${token}`)
}

/** Takes as long wherever they differ. */
export function sameHash(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
