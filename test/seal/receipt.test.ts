import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/seal/digest.ts'
import { signLine, signReceipt, verifyLine, verifyReceipt } from '../../src/seal/receipt.ts'
import { publicKeyOf, type SigningJwk } from '../../src/seal/signing-key.ts'

const PRIVATE: SigningJwk & { alg: string } = {
  kty: 'OKP',
  crv: 'Ed25519',
  // The key of RFC 8037, appendix A; `alg` is what Node adds and workerd refuses.
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  alg: 'Ed25519',
}
const aDay = fc.constantFrom('2026-11-26', '2026-12-11', null)
const someFields = fc.record({
  number: fc.constantFrom('DMI-7K4Q-2M9X', 'KOTA5-7K4Q-2M9X'),
  time: fc.nat(2_000_000_000_000),
  class: fc.constantFrom('complaint', 'aspiration', 'information'),
  textHash: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((b) => Buffer.from(b).toString('hex')),
  dates: fc.record({ verify: aDay, settle: aDay }),
})
const FIELDS = {
  number: 'DMI-7K4Q-2M9X',
  time: 1_795_500_000_000,
  class: 'complaint',
  textHash: 'ab'.repeat(32),
  dates: { verify: '2026-11-26', settle: '2026-12-11' },
}

describe('publicKeyOf', () => {
  it('names the key by its RFC 7638 thumbprint and gives away no private part', async () => {
    const key = await publicKeyOf(PRIVATE)
    expect('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k').toMatch(new RegExp(`^${key.kid}`))
    expect(JSON.stringify(key)).not.toContain(PRIVATE.d)
  })

  it('refuses another kind of key', async () => {
    await expect(publicKeyOf({ ...PRIVATE, crv: 'X25519' })).rejects.toThrow(TypeError)
    await expect(publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x: 'AA' })).rejects.toThrow(TypeError)
  })
})

describe('a receipt', () => {
  it('gives its fields back to whoever holds the public key, in at most 400 bytes', async () => {
    const { jwk, kid } = await publicKeyOf(PRIVATE)
    await fc.assert(
      fc.asyncProperty(someFields, async (fields) => {
        const text = await signReceipt(PRIVATE, fields)
        expect(text).toMatch(/^TGP1\.[\w-]+\.[\w-]{86}$/)
        expect(text.length).toBeLessThanOrEqual(400)
        expect(await signReceipt(PRIVATE, fields)).toBe(text)
        const wrapped = ` ${text.slice(0, 70)}\r\n${text.slice(70)}\n`
        expect(await verifyReceipt(jwk, wrapped)).toEqual({
          ok: true,
          fields: { ...fields, v: 1, kid },
        })
      }),
    )
  })

  it('is refused with any bit flipped', async () => {
    const { jwk } = await publicKeyOf(PRIVATE)
    const text = await signReceipt(PRIVATE, FIELDS)
    for (let i = 0; i < text.length; i++) {
      const flipped =
        text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1)
      expect(await verifyReceipt(jwk, flipped)).toMatchObject({ ok: false })
    }
  })

  it('is told apart: backdated, of an unknown key, no receipt at all', async () => {
    const { jwk } = await publicKeyOf(PRIVATE)
    const other = await aKey()
    const text = await signReceipt(PRIVATE, FIELDS)
    const early = await signReceipt(PRIVATE, { ...FIELDS, time: FIELDS.time - 86_400_000 })
    const backdated = [...early.split('.').slice(0, 2), text.split('.')[2]].join('.')
    expect(await verifyReceipt(jwk, backdated)).toEqual({ ok: false, problem: 'forged' })
    expect(await verifyReceipt(other, text)).toEqual({ ok: false, problem: 'unknown-key' })
    expect(await verifyReceipt([other, jwk], text)).toMatchObject({ ok: true })
    for (const none of [
      '',
      'TGP1',
      'TGP1..',
      `${text}.x`,
      text.replace('TGP1', 'TGP2'),
      'a'.repeat(5000),
    ]) {
      expect(await verifyReceipt(jwk, none)).toEqual({ ok: false, problem: 'malformed' })
    }
  })

  it('is refused when signed but spelled otherwise or with other members', async () => {
    const { jwk } = await publicKeyOf(PRIVATE)
    const text = await signReceipt(PRIVATE, FIELDS)
    const payload = Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()
    for (const respelt of [
      ` ${payload}`,
      payload.replace('{', '{"a":1,'),
      payload.replace('"v":1', '"v":2'),
    ]) {
      const signed = await signedByHand(respelt)
      expect(await verifyReceipt(jwk, signed)).toEqual({ ok: false, problem: 'malformed' })
    }
    expect(await verifyReceipt(jwk, await signedByHand(payload))).toMatchObject({ ok: true })
  })

  it('cannot be made from a hash that is none or fields that do not fit the code', async () => {
    await expect(signReceipt(PRIVATE, { ...FIELDS, textHash: 'isi' })).rejects.toThrow(TypeError)
    await expect(signReceipt(PRIVATE, { ...FIELDS, class: 'x'.repeat(80) })).rejects.toThrow(
      RangeError,
    )
  })

  it('is verified by a stranger with a shell and openssl alone', async (context) => {
    if (spawnSync('openssl', ['version']).status !== 0) return context.skip()
    const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
    try {
      writeFileSync(join(folder, 'city.pem'), (await publicKeyOf(PRIVATE)).pem)
      const ask = (text: string) => spawnSync('sh', ['-c', STRANGER, 'sh', text], { cwd: folder })
      const text = await signReceipt(PRIVATE, FIELDS)
      expect(ask(text).stdout.toString()).toContain('Signature Verified Successfully')
      const later = await signReceipt(PRIVATE, { ...FIELDS, time: FIELDS.time + 1 })
      const forged = [...later.split('.').slice(0, 2), text.split('.')[2]].join('.')
      expect(ask(forged).status).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** What the verification page tells people to run, with the receipt as $1. */
const STRANGER = `
bytes() { s=$1; while [ $((\${#s} % 4)) -ne 0 ]; do s="$s="; done; printf %s "$s" | tr -- -_ +/ | openssl base64 -d -A; }
bytes "$(printf %s "$1" | cut -d. -f2)" > payload
bytes "$(printf %s "$1" | cut -d. -f3)" > signature
openssl pkeyutl -verify -pubin -inkey city.pem -rawin -in payload -sigfile signature
`

describe('a line for what came later', () => {
  it('vouches for stored bytes, and never passes for a receipt', async () => {
    const { jwk, kid } = await publicKeyOf(PRIVATE)
    const contentHash = await sha256Hex(Uint8Array.of(0xff, 0xd8))
    const fields = { number: 'DMI-7K4Q-2M9X', seq: 4, line: 'photo', time: 5, contentHash } as const
    const text = await signLine(PRIVATE, fields)
    expect(await verifyLine(jwk, text)).toEqual({ ok: true, fields: { ...fields, v: 1, kid } })
    const renamed = text.replace('TGL1', 'TGP1')
    expect(await verifyReceipt(jwk, renamed)).toEqual({ ok: false, problem: 'malformed' })
    const receipt = (await signReceipt(PRIVATE, FIELDS)).replace('TGP1', 'TGL1')
    expect(await verifyLine(jwk, receipt)).toEqual({ ok: false, problem: 'malformed' })
  })
})

async function aKey(): Promise<SigningJwk> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  return (await crypto.subtle.exportKey('jwk', pair.publicKey)) as SigningJwk
}

async function signedByHand(payload: string): Promise<string> {
  const { alg: _, ...jwk } = PRIVATE
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, 'Ed25519', false, ['sign'])
  const signature = await crypto.subtle.sign('Ed25519', key, Buffer.from(payload))
  return `TGP1.${Buffer.from(payload).toString('base64url')}.${Buffer.from(signature).toString('base64url')}`
}
