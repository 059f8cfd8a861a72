import { ALGORITHMS } from './public-key.ts'

/** What passkey.js gives to the browser, once its ids and challenge are bytes. */
interface Asked {
  /** PUBLIC_URL. */
  url: string
  challenge: string
  /** Ids of the keys that are there already. */
  known: string[]
}

export function toMake(
  { url, challenge, known }: Asked,
  site: string,
  user: { id: string; name: string; displayName: string },
) {
  return {
    challenge,
    rp: { id: new URL(url).hostname, name: site },
    user,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    attestation: 'none',
  }
}

/** `alone`: no key is named, since it is not known whose it is. */
export function toShow({ url, challenge, known }: Asked, alone: boolean) {
  return {
    challenge,
    rpId: new URL(url).hostname,
    allowCredentials: known.map(named),
    userVerification: alone ? 'required' : 'preferred',
  }
}

function named(id: string) {
  return { type: 'public-key', id }
}
