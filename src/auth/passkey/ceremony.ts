import { concatBytes, fromBase64url, toBase64url } from '../../domain/text/bytes.ts'
import { sha256 } from '../../seal/digest.ts'
import { mapAt, readAuthenticatorData } from './authenticator-data.ts'
import { challengeIn, parsed } from './client-data.ts'
import { holds } from './fault.ts'
import { isSigned, type PublicKey, publicKeyOf } from './public-key.ts'

export interface Expected {
  /** PUBLIC_URL: its origin, and its host as the id of the site. */
  url: string
  isOwnChallenge: (challenge: string) => Promise<boolean>
}

/** Kept as JSON, in `factor.material`. */
export interface Material {
  key: PublicKey
  /** By fingerprint, face or PIN when it was made: it may do without the password. */
  verified: boolean
  backup: { eligible: boolean; done: boolean }
}

export interface Made {
  challenge: string
  id: string
  counter: number
  material: Material
}

export interface Shown {
  challenge: string
  counter: number
  material: Material
}

const LONGEST = 16_384

/** An opaque handle of a person, which their authenticator keeps beside the key. */
export async function handleOf(userId: string): Promise<string> {
  return toBase64url(await sha256(`tanggap passkey handle v1\n${userId}`))
}

/** `posted`: what passkey.js put into the form. @throws PasskeyFault */
export async function readMade(posted: string, expected: Expected): Promise<Made> {
  const answer = answerIn(posted)
  const challenge = await challengeOf(answer.bytes('client'), 'webauthn.create', expected)
  const { value } = mapAt(answer.bytes('attestation'), 0)
  // none was asked for: what a maker says of the device is not read
  const data = value.get('authData')
  holds(data instanceof Uint8Array, 'no data')
  const read = await readAuthenticatorData(data, new URL(expected.url).hostname)
  holds(read.created !== null, 'nothing was made')
  const id = toBase64url(read.created.id)
  holds(id === answer.text('id'), 'another id')
  const key = await publicKeyOf(read.created.key)
  return { id, challenge, counter: read.counter, material: { key, ...standing(read) } }
}

export function idIn(posted: string): string {
  return answerIn(posted).text('id')
}

/**
 * `alone`: instead of a password. Then it has to know whose it is, and to have looked at its owner,
 * as it did when it was made: whoever finds one may give it a PIN. @throws PasskeyFault
 */
export async function readShown(
  posted: string,
  { userId, material }: { userId: string; material: Material },
  expected: Expected,
  alone: boolean,
): Promise<Shown> {
  const answer = answerIn(posted)
  const client = answer.bytes('client')
  const challenge = await challengeOf(client, 'webauthn.get', expected)
  const handle = answer.text('handle')
  holds(handle === (await handleOf(userId)) || (handle === '' && !alone), 'another person')
  const data = answer.bytes('data')
  const read = await readAuthenticatorData(data, new URL(expected.url).hostname)
  holds(material.verified ? read.verified : !alone, 'nobody was looked at')
  holds(read.backup.eligible === material.backup.eligible, 'became another key')
  const signed = concatBytes(data, await sha256(client))
  holds(await isSigned(material.key, answer.bytes('signature'), signed), 'another signature')
  const next = { ...material, backup: read.backup }
  return { challenge, counter: read.counter, material: next }
}

async function challengeOf(
  client: Uint8Array,
  type: Parameters<typeof challengeIn>[1],
  { url, isOwnChallenge }: Expected,
): Promise<string> {
  const challenge = challengeIn(client, type, new URL(url).origin)
  holds(await isOwnChallenge(challenge), 'another challenge')
  return challenge
}

function standing({ verified, backup }: Pick<Material, 'verified' | 'backup'>) {
  return { verified, backup }
}

function answerIn(posted: string) {
  holds(posted.length <= LONGEST, 'too long')
  const answer = parsed(posted)
  const text = (name: string) => {
    const value = answer[name] ?? ''
    holds(typeof value === 'string', 'no text')
    return value
  }
  const bytes = (name: string) => {
    const value = fromBase64url(text(name))
    holds(value !== null && value.length > 0, 'no bytes')
    return value
  }
  return { text, bytes }
}
