import { concatBytes, toBase64url, utf8 } from '../../src/domain/text/bytes.ts'
import { randomBytes } from '../../src/random.ts'
import { sha256 } from '../../src/seal/digest.ts'

export const UP = 1
export const UV = 4
export const BE = 8
export const BS = 16

interface Asked {
  challenge: string
  url: string
  flags?: number
  type?: string
  rpId?: string
  more?: Record<string, unknown>
}

/** An authenticator in software, of one ES256 key. `counter` moves with each use; 0 stays. */
export class SoftKey {
  counter = 0
  flags = UP | UV
  id = toBase64url(randomBytes(32))
  private pair: Promise<CryptoKeyPair>

  constructor() {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    this.pair = crypto.subtle.generateKey(algorithm, true, [
      'sign',
      'verify',
    ]) as Promise<CryptoKeyPair>
  }

  /** What passkey.js would put into the form of a new one. */
  async make(asked: Asked): Promise<string> {
    const client = clientOf('webauthn.create', asked)
    const { publicKey } = await this.pair
    const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as JsonWebKey
    const cose = concatBytes(
      Uint8Array.of(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32),
      ...[bytesOf(jwk.x), Uint8Array.of(0x22, 0x58, 32), bytesOf(jwk.y)],
    )
    const id = bytesOf(this.id)
    const data = concatBytes(
      await this.head(asked, 64),
      new Uint8Array(16),
      Uint8Array.of(id.length >> 8, id.length & 255),
      id,
      cose,
    )
    const attestation = concatBytes(
      Uint8Array.of(0xa3, 0x63),
      utf8('fmt'),
      Uint8Array.of(0x64),
      utf8('none'),
      Uint8Array.of(0x67),
      utf8('attStmt'),
      Uint8Array.of(0xa0, 0x68),
      utf8('authData'),
      Uint8Array.of(0x59, data.length >> 8, data.length & 255),
      data,
    )
    return JSON.stringify({
      id: this.id,
      client: toBase64url(client),
      attestation: toBase64url(attestation),
    })
  }

  /** What it would put into a form that asks for one. */
  async show(asked: Asked & { handle?: string }): Promise<string> {
    if (this.counter > 0) this.counter++
    const client = clientOf('webauthn.get', asked)
    const data = await this.head(asked, 0)
    const { privateKey } = await this.pair
    const signed = concatBytes(data, await sha256(client))
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    const raw = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, signed))
    return JSON.stringify({
      id: this.id,
      client: toBase64url(client),
      data: toBase64url(data),
      signature: toBase64url(derOf(raw)),
      handle: asked.handle ?? '',
    })
  }

  private async head({ url, flags, rpId }: Asked, more: number) {
    const counter = new DataView(new ArrayBuffer(4))
    counter.setUint32(0, this.counter)
    const site = await sha256(rpId ?? new URL(url).hostname)
    return concatBytes(
      site,
      Uint8Array.of((flags ?? this.flags) | more),
      new Uint8Array(counter.buffer),
    )
  }
}

function clientOf(type: string, asked: Asked): Uint8Array {
  const { challenge, url, more } = asked
  const origin = new URL(url).origin
  const said = { type: asked.type ?? type, challenge, origin, crossOrigin: false, ...more }
  return utf8(JSON.stringify(said))
}

function bytesOf(text = ''): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
}

function derOf(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((number) => {
    const bare = number.subarray(number.findIndex((byte) => byte !== 0))
    const zero = (bare[0] ?? 0) > 127 ? [0] : []
    return Uint8Array.of(2, bare.length + zero.length, ...zero, ...bare)
  })
  const both = concatBytes(...numbers)
  return concatBytes(Uint8Array.of(0x30, both.length), both)
}
