import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Expected,
  handleOf,
  idIn,
  readMade,
  readShown,
} from '../../../src/auth/passkey/ceremony.ts'
import { PasskeyFault } from '../../../src/auth/passkey/fault.ts'
import { fromHex, toBase64url } from '../../../src/domain/text/bytes.ts'
import { BE, BS, SoftKey, UP, UV } from '../../support/passkey.ts'
import { VECTORS } from './vectors.ts'

const url = 'https://lapor.example'
const challenge = 'YS1jaGFsbGVuZ2U'
const userId = 'rina'
const expected: Expected = { url, isOwnChallenge: async (one) => one === challenge }
const posted = (hex: Record<string, string>) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(hex).map(([name, one]) => [
        name === 'challenge' ? 'unused' : name,
        toBase64url(fromHex(one) ?? new Uint8Array()),
      ]),
    ),
  )
const isFault = (what: Promise<unknown>) => expect(what).rejects.toBeInstanceOf(PasskeyFault)
const made = async (flags = UP | UV) => {
  const key = new SoftKey()
  key.flags = flags
  const { material } = await readMade(await key.make({ challenge, url }), expected)
  return { key, kept: { userId, material } }
}

describe('the test vectors of the standard', () => {
  test.each(VECTORS)('$name', async ({ make, id, show }) => {
    const asked = (hex: string): Expected => ({
      ...{ url: 'https://example.org' },
      isOwnChallenge: async (one) => one === toBase64url(fromHex(hex) ?? new Uint8Array()),
    })
    const { material, ...rest } = await readMade(posted({ id, ...make }), asked(make.challenge))
    expect(rest).toMatchObject({ id: toBase64url(fromHex(id) ?? new Uint8Array()), counter: 0 })
    // in 16.10 it looked when it was made, and not when it was shown
    const kept = { userId, material: { ...material, verified: false } }
    const shown = await readShown(posted({ id, ...show }), kept, asked(show.challenge), false)
    expect(shown.counter).toBe(0)
    await isFault(readShown(posted({ id, ...show }), kept, asked(make.challenge), false))
    const other = `${show.signature.slice(0, -2)}${show.signature.endsWith('00') ? '01' : '00'}`
    const forged = posted({ id, ...show, signature: other })
    await isFault(readShown(forged, kept, asked(show.challenge), false))
  })
})

describe('a key is made', () => {
  test('and says whether it looked at its owner, and whether it may be copied', async () => {
    const key = new SoftKey()
    const read = await readMade(
      await key.make({ challenge, url, flags: UP | UV | BE | BS }),
      expected,
    )
    expect(read.id).toBe(key.id)
    expect(read.material).toMatchObject({
      verified: true,
      backup: { eligible: true, done: true },
      key: { alg: -7 },
    })
    expect((await made(UP)).kept.material).toMatchObject({
      verified: false,
      backup: { eligible: false, done: false },
    })
  })

  test.each([
    ['for another challenge', { challenge: 'b3RoZXI' }],
    ['on another origin', { more: { origin: 'https://lapor.example.org' } }],
    ['on another port', { more: { origin: 'https://lapor.example:8443' } }],
    ['without TLS', { more: { origin: 'http://lapor.example' } }],
    ['for another site', { rpId: 'example' }],
    ['in another ceremony', { type: 'webauthn.get' }],
    ['in a frame of another site', { more: { crossOrigin: true } }],
    ['below another page', { more: { topOrigin: 'https://evil.example' } }],
    ['with nobody there', { flags: UV }],
    ['copied though it cannot be', { flags: UP | UV | BS }],
  ])('%s: refused', async (_, other) => {
    await isFault(readMade(await new SoftKey().make({ challenge, url, ...other }), expected))
  })

  test('under an id that is not its own: refused', async () => {
    const answer = JSON.parse(await new SoftKey().make({ challenge, url }))
    await isFault(readMade(JSON.stringify({ ...answer, id: new SoftKey().id }), expected))
  })

  test('a point that is not on the curve: refused', async () => {
    const key = new SoftKey()
    const answer = JSON.parse(await key.make({ challenge, url }))
    const bytes = Uint8Array.from(
      atob(answer.attestation.replaceAll('-', '+').replaceAll('_', '/')),
      (letter: string) => letter.charCodeAt(0),
    )
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await isFault(
      readMade(JSON.stringify({ ...answer, attestation: toBase64url(bytes) }), expected),
    )
  })
})

describe('a key is shown', () => {
  test('with its handle it does alone, and says how often it was used', async () => {
    const { key, kept } = await made()
    key.counter = 6
    const handle = await handleOf(userId)
    const answer = await key.show({ challenge, url, handle })
    const shown = await readShown(answer, kept, expected, true)
    expect(shown).toMatchObject({ challenge, counter: 7 })
    expect(idIn(answer)).toBe(key.id)
  })

  test('its handle says nothing of whose it is', async () => {
    expect(await handleOf(userId)).toMatch(/^[\w-]{43}$/)
    expect(await handleOf('budi')).not.toBe(await handleOf(userId))
  })

  test.each([
    ['for another challenge', { challenge: 'b3RoZXI' }],
    ['on another origin', { more: { origin: 'https://evil.example' } }],
    ['for another site', { rpId: 'evil.example' }],
    ['in another ceremony', { type: 'webauthn.create' }],
    ['in a frame', { more: { crossOrigin: true } }],
    ['with nobody there', { flags: UV }],
    ['without looking at its owner, though it can', { flags: UP }],
    ['having become one that may be copied', { flags: UP | UV | BE }],
    ['of another person', { handle: 'budi' }],
  ])('%s: refused', async (_, other) => {
    const { key, kept } = await made()
    await isFault(readShown(await key.show({ challenge, url, ...other }), kept, expected, false))
  })

  test('signed by another key: refused', async () => {
    const { kept } = await made()
    await isFault(readShown(await new SoftKey().show({ challenge, url }), kept, expected, false))
  })

  test('alone, one that looked at nobody when it was made does not count, with a PIN since', async () => {
    const { key, kept } = await made(UP)
    const handle = await handleOf(userId)
    const answer = await key.show({ challenge, url, handle, flags: UP | UV })
    await isFault(readShown(answer, kept, expected, true))
    await expect(readShown(answer, kept, expected, false)).resolves.toBeTruthy()
  })

  test('alone, one that does not say whose it is does not count', async () => {
    const { key, kept } = await made()
    await isFault(readShown(await key.show({ challenge, url }), kept, expected, true))
  })
})

describe('hostile bytes', () => {
  const onlyFaults = async (what: Promise<unknown>) => {
    try {
      await what
    } catch (error) {
      expect(error).toBeInstanceOf(PasskeyFault)
    }
  }
  const spoiled = async (whole: string, part: string, changes: [number, number][], cut: number) => {
    const answer = JSON.parse(whole)
    const bytes = Uint8Array.from(
      atob(answer[part].replaceAll('-', '+').replaceAll('_', '/')),
      (letter: string) => letter.charCodeAt(0),
    )
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte
    return JSON.stringify({ ...answer, [part]: toBase64url(bytes.slice(0, bytes.length - cut)) })
  }
  const changes = fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 4 })
  const cut = fc.oneof(fc.constant(0), fc.nat(60))

  test('of a new key, however they are changed or cut, bring the one fault or none', async () => {
    const whole = await new SoftKey().make({ challenge, url })
    const part = fc.constantFrom('client', 'attestation')
    await fc.assert(
      fc.asyncProperty(part, changes, cut, async (one, all, n) =>
        onlyFaults(readMade(await spoiled(whole, one, all, n), expected)),
      ),
      { numRuns: 300 },
    )
  })

  test('of a shown key, that were changed at all, never count', async () => {
    const { key, kept } = await made()
    const whole = await key.show({ challenge, url })
    const part = fc.constantFrom('client', 'data', 'signature')
    await fc.assert(
      fc.asyncProperty(part, changes, cut, async (one, all, n) => {
        const other = await spoiled(whole, one, all, n)
        if (other !== whole) await isFault(readShown(other, kept, expected, false))
      }),
      { numRuns: 300 },
    )
  })

  test('that are anything at all bring the one fault', async () => {
    const { kept } = await made()
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          id: fc.base64String(),
          client: fc.base64String(),
          attestation: fc.uint8Array({ maxLength: 200 }).map((bytes) => toBase64url(bytes)),
        })
        .map((one) => JSON.stringify(one)),
      fc.constant('x'.repeat(20_000)),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        await isFault(readMade(text, expected))
        await isFault(readShown(text, kept, expected, false))
      }),
      { numRuns: 200 },
    )
  })
})
