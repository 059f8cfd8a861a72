import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../src/domain/text/bytes.ts'
import { hashAccessKey } from '../../src/seal/access-key.ts'
import { parseIdentityKeys } from '../../src/seal/identity-keys.ts'
import { keyFits, resealedKeyHash, sealedKeyHash } from '../../src/seal/key-hash.ts'
import { seededRandom } from './random-bytes.ts'

const masterKey = (value: number) => toBase64url(new Uint8Array(32).fill(value))
const FIRST = parseIdentityKeys(JSON.stringify({ 1: masterKey(1) }))
const BOTH = parseIdentityKeys(JSON.stringify({ 1: masterKey(1), 2: masterKey(2) }))
const SECOND = parseIdentityKeys(JSON.stringify({ 2: masterKey(2) }))
const KEY = '7K4Q-2M9X-H3TB-A'
const random = seededRandom(1)

describe('what is kept of an access key', () => {
  it('says nothing of the key to whoever has the database alone', async () => {
    const bare = await hashAccessKey(KEY, 7)
    const kept = await sealedKeyHash(FIRST, 7, KEY, random)
    expect(kept).toMatch(/^1\.[\w-]{123}$/)
    expect(kept).not.toContain(bare)
    const stranger = parseIdentityKeys(JSON.stringify({ 1: masterKey(9) }))
    expect(await keyFits(stranger, 7, kept, KEY)).toBe(false)
  })

  it('fits the key of its own report and no other', async () => {
    const kept = await sealedKeyHash(FIRST, 7, KEY, random)
    expect(await keyFits(FIRST, 7, kept, KEY)).toBe(true)
    expect(await keyFits(FIRST, 8, kept, KEY)).toBe(false)
    expect(await keyFits(FIRST, 7, kept, '7K4Q-2M9X-H3TB-B')).toBe(false)
    expect(await keyFits(FIRST, 7, null, KEY)).toBe(false)
    for (const damaged of ['', `${kept.slice(0, -1)}A`, kept.slice(2)])
      expect(await keyFits(FIRST, 7, damaged, KEY)).toBe(false)
  })

  it('from before it was sealed still fits, and is sealed without the key', async () => {
    const bare = await hashAccessKey(KEY, 7)
    expect(await keyFits(FIRST, 7, bare, KEY)).toBe(true)
    const kept = await resealedKeyHash(FIRST, 7, bare, random)
    expect(kept).toMatch(/^1\./)
    expect(await keyFits(FIRST, 7, kept, KEY)).toBe(true)
  })

  it('comes under a new master key without the key, and then the old one may go', async () => {
    const first = await sealedKeyHash(FIRST, 7, KEY, random)
    expect(await keyFits(BOTH, 7, first, KEY)).toBe(true)
    const second = await resealedKeyHash(BOTH, 7, first, random)
    expect(second).toMatch(/^2\./)
    expect(await keyFits(SECOND, 7, second, KEY)).toBe(true)
    expect(await resealedKeyHash(BOTH, 7, second, random)).toBeNull()
    expect(await resealedKeyHash(BOTH, 7, null, random)).toBeNull()
    // the operator must hear of a master key that is gone: no reporter typed anything wrong
    await expect(keyFits(SECOND, 7, first, KEY)).rejects.toThrow('not in IDENTITY_KEYS')
  })
})
