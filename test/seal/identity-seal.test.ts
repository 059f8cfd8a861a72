import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import {
  changeIdentity,
  type Identity,
  openIdentity,
  rewrap,
  sealIdentity,
} from '../../src/seal/identity-seal.ts'
import { seededRandom } from './random-bytes.ts'

const masterKey = (value: number) => toBase64url(new Uint8Array(32).fill(value))
const FIRST = parseIdentityKeys(JSON.stringify({ 1: masterKey(1) }))
const BOTH = parseIdentityKeys(JSON.stringify({ 1: masterKey(1), 2: masterKey(2) }))
const ONLY_SECOND = parseIdentityKeys(JSON.stringify({ 2: masterKey(2) }))
const PERSON: Identity = { name: 'Siti Aminah', phone: '0812-0000-0000', email: null }

const anIdentity: fc.Arbitrary<Identity> = fc.dictionary(
  fc.constantFrom('name', 'phone', 'email', 'address'),
  fc.option(fc.string({ maxLength: 60 })),
  { noNullPrototype: true },
)
const anId = fc.nat()

describe('parseIdentityKeys', () => {
  it('takes the highest version as the current one', () => {
    expect(BOTH.current).toBe(2)
    expect(parseIdentityKeys(JSON.stringify({ 9: masterKey(1), 10: masterKey(2) })).current).toBe(
      10,
    )
  })

  it('refuses anything else and does not quote it', () => {
    const wrong = [
      '',
      'rahasia',
      '[]',
      '{}',
      'null',
      '{"1":"rahasia"}',
      `{"0":"${masterKey(1)}"}`,
      `{"a":"${masterKey(1)}"}`,
    ]
    for (const json of wrong) {
      expect(() => parseIdentityKeys(json)).toThrow(/^IDENTITY_KEYS must be JSON of version/)
    }
  })
})

describe('a sealed identity', () => {
  it('opens to what was sealed, and shows none of it while closed', async () => {
    await fc.assert(
      fc.asyncProperty(anId, anIdentity, fc.integer(), async (id, identity, seed) => {
        const sealed = await sealIdentity(FIRST, id, identity, seededRandom(seed))
        expect(await openIdentity(FIRST, id, sealed)).toEqual(identity)
      }),
    )
    const closed = JSON.stringify(await sealIdentity(FIRST, 1, PERSON, seededRandom(1)))
    for (const encoding of ['utf8', 'base64url', 'hex'] as const) {
      expect(closed).not.toContain(Buffer.from('Siti').toString(encoding).slice(0, 5))
    }
  })

  it('does not open under another complaint', async () => {
    await fc.assert(
      fc.asyncProperty(anId, anId, async (id, other) => {
        fc.pre(id !== other)
        const sealed = await sealIdentity(FIRST, id, PERSON, seededRandom(1))
        await expect(openIdentity(FIRST, other, sealed)).rejects.toThrow(/damaged/)
      }),
    )
  })

  it('does not open with fields swapped, or taken from another complaint', async () => {
    const sealed = await sealIdentity(FIRST, 1, PERSON, seededRandom(1))
    const { name = null, phone = null } = sealed.fields
    const swapped = { ...sealed, fields: { name: phone, phone: name } }
    await expect(openIdentity(FIRST, 1, swapped)).rejects.toThrow(/damaged/)
    const other = await sealIdentity(FIRST, 2, PERSON, seededRandom(2))
    const mixed = { ...sealed, fields: other.fields }
    await expect(openIdentity(FIRST, 1, mixed)).rejects.toThrow(/damaged/)
    const otherKey = { ...other, fields: sealed.fields }
    await expect(openIdentity(FIRST, 1, otherKey)).rejects.toThrow(/damaged/)
  })

  it('does not open with any letter changed', async () => {
    const sealed = await sealIdentity(FIRST, 1, { name: 'Ani' }, seededRandom(1))
    const whole = sealed.fields.name ?? ''
    for (let i = 0; i < whole.length; i++) {
      const name = whole.slice(0, i) + (whole[i] === 'A' ? 'B' : 'A') + whole.slice(i + 1)
      await expect(openIdentity(FIRST, 1, { ...sealed, fields: { name } })).rejects.toThrow(
        /damaged/,
      )
    }
  })

  it('moves to a new master key and then needs no old one; its fields stay as stored', async () => {
    const sealed = await sealIdentity(FIRST, 1, PERSON, seededRandom(1))
    const moved = await rewrap(BOTH, 1, sealed, seededRandom(2))
    expect(moved.keyVersion).toBe(2)
    expect(moved.fields).toEqual(sealed.fields)
    expect(await openIdentity(ONLY_SECOND, 1, moved)).toEqual(PERSON)
    expect(await rewrap(BOTH, 1, moved, seededRandom(3))).toEqual(moved)
    await expect(openIdentity(ONLY_SECOND, 1, sealed)).rejects.toThrow(/version 1/)
    await expect(openIdentity(BOTH, 1, { ...moved, keyVersion: 1 })).rejects.toThrow(/damaged/)
    await expect(rewrap(BOTH, 2, sealed, seededRandom(2))).rejects.toThrow(/damaged/)
  })

  it('is gone for good once its wrapped key is dropped', async () => {
    const sealed = await sealIdentity(FIRST, 1, PERSON, seededRandom(1))
    const erased = { ...sealed, wrappedKey: null }
    expect(await openIdentity(FIRST, 1, erased)).toBeNull()
    expect(await changeIdentity(FIRST, 1, erased, { phone: '1' }, seededRandom(2))).toBeNull()
    expect(await rewrap(BOTH, 1, erased, seededRandom(2))).toEqual(erased)
  })

  it('lets one field be corrected, added or removed', async () => {
    const sealed = await sealIdentity(FIRST, 1, PERSON, seededRandom(1))
    const changes = { phone: null, email: 'siti@contoh.id' }
    const corrected = await changeIdentity(BOTH, 1, sealed, changes, seededRandom(2))
    expect(corrected && (await openIdentity(BOTH, 1, corrected))).toEqual({ ...PERSON, ...changes })
    expect(corrected?.fields.name).toBe(sealed.fields.name)
  })

  it('uses a nonce and a data key once', async () => {
    const random = seededRandom(1)
    const same = { name: 'Ani', phone: 'Ani' }
    const first = await sealIdentity(FIRST, 1, same, random)
    const again = await sealIdentity(FIRST, 1, same, random)
    const boxes = [first, again].flatMap(({ wrappedKey, fields }) => [
      wrappedKey,
      ...Object.values(fields),
    ])
    expect(new Set(boxes.map((box) => box?.slice(0, 16))).size).toBe(6)
  })
})
