import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DAY_GENESIS,
  type DayLeaf,
  type DayRecord,
  dayDigest,
  dayLeaves,
  merkleRoot,
  verifyDay,
} from '../../src/seal/merkle.ts'

const aHash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((b) => Buffer.from(b).toString('hex'))
const aLeaf = fc.record({
  number: fc.string({ minLength: 1 }),
  seq: fc.integer({ min: 1, max: 99 }),
  hash: aHash,
})
const someLeaves = (minLength = 0) =>
  fc.uniqueArray(aLeaf, { minLength, maxLength: 20, selector: (leaf) => leaf.number })

function sha(...parts: (string | Buffer)[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest()
}

async function aDay(leaves: DayLeaf[], previous = DAY_GENESIS): Promise<DayRecord> {
  const day = '2026-11-24'
  return { day, previous, leaves, ...(await dayDigest({ day, leaves, previous })) }
}

describe('merkleRoot', () => {
  it('is the tree of RFC 6962 over the leaves in order of number', async () => {
    const leaves = ['A', 'B', 'C'].map((number) => ({ number, seq: 1, hash: 'ff' }))
    const [a, b, c] = ['A', 'B', 'C'].map((number) => sha('\0', `["${number}",1,"ff"]`))
    const root = sha('\x01', sha('\x01', a as Buffer, b as Buffer), c as Buffer).toString('hex')
    expect(await merkleRoot(leaves)).toBe(root)
    expect(await merkleRoot([])).toBe(sha('').toString('hex'))
  })

  it('does not depend on the order in which leaves are read, and on everything else', async () => {
    await fc.assert(
      fc.asyncProperty(someLeaves(1), fc.nat(), aHash, async (leaves, at, hash) => {
        const root = await merkleRoot(leaves)
        const i = at % leaves.length
        const leaf = leaves[i] as DayLeaf
        expect(await merkleRoot(leaves.toReversed())).toBe(root)
        expect(await merkleRoot(leaves.toSpliced(i, 1))).not.toBe(root)
        expect(await merkleRoot([...leaves, leaf])).not.toBe(root)
        expect(await merkleRoot(leaves.with(i, { ...leaf, seq: leaf.seq + 1 }))).not.toBe(root)
        fc.pre(hash !== leaf.hash)
        expect(await merkleRoot(leaves.with(i, { ...leaf, hash }))).not.toBe(root)
      }),
    )
  })
})

describe('dayLeaves', () => {
  it('keeps the last event of each complaint', () => {
    const events = [
      { complaint: 'B', seq: 2, hash: 'b2' },
      { complaint: 'A', seq: 5, hash: 'a5' },
      { complaint: 'B', seq: 3, hash: 'b3' },
      { complaint: 'B', seq: 1, hash: 'b1' },
    ]
    expect(dayLeaves(events)).toEqual([
      { number: 'A', seq: 5, hash: 'a5' },
      { number: 'B', seq: 3, hash: 'b3' },
    ])
  })
})

describe('verifyDay', () => {
  it('finds nothing in an untouched day', async () => {
    await fc.assert(
      fc.asyncProperty(someLeaves(), aHash, async (leaves, previous) => {
        expect(await verifyDay(await aDay(leaves, previous), previous)).toEqual([])
      }),
    )
  })

  it('names what was changed', async () => {
    const leaves = ['A', 'B'].map((number) => ({ number, seq: 1, hash: 'ff' }))
    const record = await aDay(leaves)
    const found = async (changes: Partial<DayRecord>) =>
      (await verifyDay({ ...record, ...changes }, DAY_GENESIS)).map((finding) => finding.problem)
    expect(await found({ leaves: leaves.slice(1) })).toEqual(['count-differs', 'leaves-differ'])
    expect(await found({ day: '2026-11-25' })).toEqual(['hash-differs'])
    expect(await found({ count: 3 })).toEqual(['count-differs', 'hash-differs'])
    expect(await found({ root: 'ff' })).toEqual(['leaves-differ', 'hash-differs'])
    expect(await found({ hash: 'ff' })).toEqual(['hash-differs'])
    expect(await found({ previous: 'ff' })).toEqual(['wrong-previous-day', 'hash-differs'])
  })

  it('a day cannot hold one complaint twice', async () => {
    const leaf = { number: 'A', seq: 1, hash: 'ff' }
    await expect(aDay([leaf, leaf])).rejects.toThrow(TypeError)
  })
})
