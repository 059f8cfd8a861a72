import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventHash, type StoredEvent, verifyChain } from '../../src/seal/chain.ts'
import { sha256Hex } from '../../src/seal/digest.ts'
import { aChain, headOf } from './stored-chain.ts'

const NUMBER = 'DMI-7K4Q-2M9X'
const LENGTH = 6
let chain: StoredEvent[]

beforeAll(async () => {
  chain = await aChain(NUMBER, [100, 200, 300, 400, 500, 600])
})

const aPlace = fc.integer({ min: 0, max: LENGTH - 1 })

async function problems(events: readonly StoredEvent[], head = headOf(chain)) {
  const findings = await verifyChain(events, head)
  expect(findings.every((finding) => finding.complaint === NUMBER)).toBe(true)
  return findings.map(({ problem, seq, other }) => [problem, seq, other])
}

function changed(i: number, changes: Partial<StoredEvent>): StoredEvent[] {
  return chain.map((event, n) => (n === i ? { ...event, ...changes } : event))
}

describe('eventHash', () => {
  it('is SHA-256 over the canonical JSON that the documentation gives', async () => {
    const [first] = chain as [StoredEvent]
    const spelled = `{"actor":"p1","after":"follow_up","agency":3,"at":100,"before":null,"commitment":"${first.commitment}","complaint":"${NUMBER}","facts":{"draft":false},"previous":"${'0'.repeat(64)}","seq":1,"type":"file"}`
    expect(await eventHash(first)).toBe(await sha256Hex(spelled))
  })
})

describe('verifyChain', () => {
  it('finds nothing in a whole chain, in whatever order it is read', async () => {
    expect(await problems(chain)).toEqual([])
    expect(await problems(chain.toReversed())).toEqual([])
  })

  it('finds nothing where an event erased content and salt of those before it', async () => {
    const erased = await aChain(NUMBER, [100, 200, 300, 400, 500, 600], 'erase')
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(aPlace), async (places) => {
        const events = erased.map((event, i) =>
          places.includes(i) && i < LENGTH - 1 ? { ...event, content: null, salt: null } : event,
        )
        expect(await problems(events, headOf(erased))).toEqual([])
      }),
    )
  })

  it('names words that are gone together with their salt, though nothing erased them', async () => {
    await fc.assert(
      fc.asyncProperty(aPlace, async (i) => {
        const gone = changed(i, { content: null, salt: null })
        expect(await problems(gone)).toEqual([['words-gone', i + 1, null]])
      }),
    )
  })

  it('names a row whose state or agency is not that of its last event', async () => {
    const head = headOf(chain)
    expect(await problems(chain, { ...head, state: 'follow_up', agency: 3 })).toEqual([])
    expect(await problems(chain, { ...head, state: 'closed' })).toEqual([
      ['state-differs', LENGTH, 'closed'],
    ])
    expect(await problems(chain, { ...head, agency: null })).toEqual([
      ['agency-differs', LENGTH, null],
    ])
  })

  it('names any altered field of any event', async () => {
    const alterations: Partial<StoredEvent>[] = [
      { type: 'other' },
      { at: 1 },
      { actor: 'p2' },
      { before: 'x' },
      { after: null },
      { agency: 4 },
      { facts: { draft: true } },
      { facts: { draft: Number.NaN } },
    ]
    await fc.assert(
      fc.asyncProperty(aPlace, fc.constantFrom(...alterations), async (i, change) => {
        expect(await problems(changed(i, change))).toEqual([['altered', i + 1, null]])
      }),
    )
  })

  it('names the next event when an altered one was hashed anew', async () => {
    const event = { ...(chain[2] as StoredEvent), actor: 'p2' }
    const forged = changed(2, { actor: 'p2', hash: await eventHash(event) })
    expect(await problems(forged)).toEqual([['wrong-previous', 4, null]])
  })

  it('names the row when the last event was hashed anew', async () => {
    const event = { ...(chain[5] as StoredEvent), actor: 'p2' }
    const forged = changed(5, { actor: 'p2', hash: await eventHash(event) })
    expect(await problems(forged)).toEqual([['row-hash-differs', 6, null]])
  })

  it('names every gap', async () => {
    await fc.assert(
      fc.asyncProperty(aPlace, aPlace, async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const rest = chain.filter((_, i) => i < from || i > to)
        const kind = to === LENGTH - 1 ? 'tail-dropped' : 'gap'
        expect(await problems(rest)).toEqual([[kind, from + 1, to + 1]])
      }),
    )
  })

  it('names both of two swapped events, whether their links moved along or not', async () => {
    await fc.assert(
      fc.asyncProperty(aPlace, aPlace, fc.boolean(), async (a, b, bodyOnly) => {
        fc.pre(a !== b)
        const [x, y] = [chain[a] as StoredEvent, chain[b] as StoredEvent]
        const kept = ({ seq, hash, previous }: StoredEvent) =>
          bodyOnly ? { seq, hash, previous } : { seq }
        const swapped = chain.with(a, { ...y, ...kept(x) }).with(b, { ...x, ...kept(y) })
        const found = await problems(swapped)
        expect(found).toContainEqual(['swapped', a + 1, b + 1])
        expect(found).toContainEqual(['swapped', b + 1, a + 1])
        expect(found.some(([problem]) => problem === 'altered')).toBe(false)
      }),
    )
  })

  it('names words that are not those committed to, and half an erasure', async () => {
    await fc.assert(
      fc.asyncProperty(aPlace, fc.string(), async (i, content) => {
        expect(await problems(changed(i, { content }))).toEqual([['content-mismatch', i + 1, null]])
      }),
    )
    expect(await problems(changed(1, { content: null }))).toEqual([['half-erased', 2, null]])
    expect(await problems(changed(1, { salt: null }))).toEqual([['half-erased', 2, null]])
    expect(await problems(changed(1, { salt: 'kurang' }))).toEqual([['content-mismatch', 2, null]])
  })

  it('names a row that is behind, a repeated event, a foreign one and an empty chain', async () => {
    expect(await problems(chain, headOf(chain.slice(0, 4)))).toEqual([['row-behind', 5, 4]])
    expect(await problems([...chain, chain[5] as StoredEvent])).toEqual([['repeated-seq', 6, null]])
    expect(await problems([])).toEqual([['tail-dropped', 1, 6]])
    const empty = { number: NUMBER, lastSeq: 0, lastHash: '' }
    expect(await problems([], empty)).toEqual([['no-events', null, null]])
    const foreign = await aChain('DMI-0000-0000', [100])
    const found = await verifyChain(foreign, { ...headOf(foreign), number: NUMBER })
    expect(found).toEqual([
      { problem: 'foreign-event', complaint: NUMBER, seq: 1, other: 'DMI-0000-0000' },
    ])
  })
})
