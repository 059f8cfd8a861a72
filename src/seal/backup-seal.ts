import { concatBytes, utf8 } from '../domain/text/bytes.ts'
import { type BackupJwk, publicBytes } from './backup-key.ts'

const MARK = utf8('tanggap sealed v1\n')
const POINT = 32
const HEAD = MARK.length + POINT
const CHUNK = 65_536
const TAG = 16

/**
 * As age does it, with what WebCrypto has: an X25519 key made for this stream alone and the
 * recipient's agree on a secret, HKDF-SHA-256 makes an AES-256-GCM key of it, and chunks of 64 KiB
 * are sealed under their number and whether they are the last. So none can be dropped, swapped or
 * cut off, and whoever sealed it cannot open it again. Format: docs/operations.md, Backup.
 */
export async function sealingFor(x: string): Promise<TransformStream<Uint8Array, Uint8Array>> {
  const recipient = publicBytes(x)
  const pair = (await crypto.subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair
  const point = new Uint8Array(
    (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer,
  )
  const key = await agreed(pair.privateKey, recipient, concatBytes(point, recipient), 'encrypt')
  return inChunks({
    size: CHUNK,
    start: async () => concatBytes(MARK, point),
    each: async (chunk, n, last) =>
      new Uint8Array(await crypto.subtle.encrypt(numbered(n, last), key, chunk)),
  })
}

/** Errors, in words, on what is altered, cut short or sealed for another key. */
export function openingWith(jwk: BackupJwk): TransformStream<Uint8Array, Uint8Array> {
  let key: CryptoKey | null = null
  return inChunks({
    size: CHUNK + TAG,
    head: HEAD,
    behead: async (head) => {
      if (MARK.some((byte, i) => head[i] !== byte)) throw new Error('this is no sealed backup')
      const point = head.slice(MARK.length)
      key = await agreed(
        await privateKey(jwk),
        point,
        concatBytes(point, publicBytes(jwk.x)),
        'decrypt',
      )
    },
    each: async (chunk, n, last) => {
      try {
        if (!key) throw new Error('no head')
        return new Uint8Array(await crypto.subtle.decrypt(numbered(n, last), key, chunk))
      } catch {
        throw new Error('a sealed part is altered, cut short, or sealed for another key')
      }
    },
  })
}

export async function throughStream(
  bytes: Uint8Array,
  ...transforms: ReadableWritablePair<Uint8Array, Uint8Array>[]
): Promise<Uint8Array> {
  let stream: ReadableStream<Uint8Array> = new Blob([new Uint8Array(bytes)]).stream()
  for (const transform of transforms) stream = stream.pipeThrough(transform)
  return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer())
}

function privateKey({ x, d }: BackupJwk): Promise<CryptoKey> {
  const jwk = { kty: 'OKP', crv: 'X25519', x, d }
  return crypto.subtle.importKey('jwk', jwk, 'X25519', false, ['deriveBits'])
}

async function agreed(
  own: CryptoKey,
  other: Uint8Array,
  salt: Uint8Array,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', other, 'X25519', false, [])
  // the Worker's types call it otherwise than the platform does
  const exchange = { name: 'X25519', public: theirs, $public: theirs }
  const secret = await crypto.subtle.deriveBits(exchange, own, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('tanggap backup v1') }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    use,
  ])
}

/** Eleven bytes of number, one that marks the last chunk: never twice under one key. */
function numbered(n: number, last: boolean) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(7, n)
  iv[11] = last ? 1 : 0
  return { name: 'AES-GCM', iv }
}

interface Chunks {
  size: number
  /** Bytes of a head that is read by `behead` and is in no chunk. */
  head?: number
  behead?: (head: Uint8Array) => Promise<void>
  start?: () => Promise<Uint8Array>
  each: (chunk: Uint8Array, n: number, last: boolean) => Promise<Uint8Array>
}

/** One chunk is held back until it is known whether it is the last. */
function inChunks({ size, head = 0, behead, start, each }: Chunks) {
  let rest = new Uint8Array()
  let beheaded = head === 0
  let n = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    start: async (out) => {
      if (start) out.enqueue(await start())
    },
    transform: async (bytes, out) => {
      rest = rest.length === 0 ? new Uint8Array(bytes) : new Uint8Array(concatBytes(rest, bytes))
      if (!beheaded && rest.length >= head) {
        await behead?.(rest.slice(0, head))
        beheaded = true
        rest = rest.slice(head)
      }
      let at = 0
      for (; beheaded && rest.length - at > size; at += size)
        out.enqueue(await each(rest.subarray(at, at + size), n++, false))
      rest = rest.slice(at)
    },
    flush: async (out) => {
      if (!beheaded) throw new Error('this is no sealed backup')
      out.enqueue(await each(rest, n, true))
    },
  })
}
