import { generateKeyPairSync, sign } from 'node:crypto'

/** Tags of DER, as far as a certificate asks for them. */
const TAG = { integer: 2, bits: 3, null: 5, oid: 6, text: 12, time: 23, sequence: 48, set: 49 }

const SHA256_WITH_RSA = '2a864886f70d01010b'
const COMMON_NAME = '550403'

/** A key and a certificate for localhost that it signed itself, good for two days around now. */
export function localCertificate(now = Date.now()): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const algorithm = der(TAG.sequence, der(TAG.oid, hex(SHA256_WITH_RSA)), der(TAG.null))
  const name = der(
    TAG.sequence,
    der(
      TAG.set,
      der(TAG.sequence, der(TAG.oid, hex(COMMON_NAME)), der(TAG.text, Buffer.from('localhost'))),
    ),
  )
  const body = der(
    TAG.sequence,
    der(TAG.integer, hex('01')),
    algorithm,
    name,
    der(TAG.sequence, time(now - 86_400_000), time(now + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = der(TAG.sequence, body, algorithm, der(TAG.bits, hex('00'), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content])
}

function lengthOf({ length }: Buffer): number[] {
  if (length < 128) return [length]
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

/** 'YYMMDDhhmmssZ' */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)
  return der(TAG.time, Buffer.from(`${digits}Z`))
}
