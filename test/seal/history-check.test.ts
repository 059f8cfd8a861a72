import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventHash, GENESIS, type StoredEvent } from '../../src/seal/chain.ts'
import { type History, type HistoryFinding, verifyHistory } from '../../src/seal/history-check.ts'
import { DAY_GENESIS, type DayRecord, dayDigest, dayLeaves } from '../../src/seal/merkle.ts'
import { aChain, headOf } from './stored-chain.ts'

const DAY = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const [D1, D2, D3] = ['1970-01-01', '1970-01-02', '1970-01-03'] as const satisfies string[]

/** Three complaints over three days; B is quiet on the second, C starts there. */
async function aCity() {
  const chains = [
    await aChain('A', [1, 2, DAY + 1, 2 * DAY + 1]),
    await aChain('B', [3, 2 * DAY + 2]),
    await aChain('C', [DAY + 3, DAY + 4, DAY + 5]),
  ]
  const events = chains.flat()
  return { complaints: chains.map(headOf), events, days: await digested(events), dayOf }
}

async function digested(events: readonly StoredEvent[], until: string = D3): Promise<DayRecord[]> {
  const days: DayRecord[] = []
  for (const day of [D1, D2, D3].filter((each) => each <= until)) {
    const leaves = dayLeaves(events.filter((event) => dayOf(event.at) === day))
    const previous = days.at(-1)?.hash ?? DAY_GENESIS
    days.push({ day, leaves, previous, ...(await dayDigest({ day, leaves, previous })) })
  }
  return days
}

/** The same history as its heads would be if these were all the events there ever were. */
function withEvents(city: History, events: readonly StoredEvent[]): History {
  const chains = Map.groupBy(events, (event) => event.complaint).values()
  return { ...city, events, complaints: Array.from(chains, headOf) }
}

async function found(history: History) {
  return (await verifyHistory(history)).map(brief)
}

function brief({ problem, complaint, day, seq, other }: HistoryFinding): string {
  return [problem, complaint, day, seq, other].filter((part) => part !== null).join(' ')
}

describe('verifyHistory', () => {
  it('finds nothing in an untouched city, today not yet digested', async () => {
    const city = await aCity()
    expect(await found({ ...city, kept: city.days })).toEqual([])
    expect(
      await found({ ...city, days: city.days.slice(0, 2), kept: city.days.slice(0, 1) }),
    ).toEqual([])
    expect(await found({ complaints: [], events: [], days: [], dayOf })).toEqual([])
  })

  it('finds nothing after a reporter had everything erased', async () => {
    const events = await aChain('A', [1, 2, DAY + 1], 'erase')
    const erased = events.map((e) => (e.seq < 3 ? { ...e, content: null, salt: null } : e))
    const days = await digested(events, D2)
    expect(
      await found({ complaints: [headOf(events)], events: erased, days, kept: days, dayOf }),
    ).toEqual([])
  })

  it('names the complaint whose last event was dropped, its row set back to fit', async () => {
    const city = await aCity()
    for (const [number, seq, day] of [
      ['A', 4, D3],
      ['B', 2, D3],
      ['C', 3, D2],
    ] as const) {
      const rest = city.events.filter((event) => event.complaint !== number || event.seq !== seq)
      expect(await found(withEvents(city, rest))).toEqual([`event-dropped ${number} ${day} ${seq}`])
    }
  })

  it('names a complaint that was dropped whole, on each day that knew it', async () => {
    const city = await aCity()
    const rest = city.events.filter((event) => event.complaint !== 'B')
    expect(await found(withEvents(city, rest))).toEqual([
      `complaint-dropped B ${D1}`,
      `complaint-dropped B ${D3}`,
    ])
  })

  it('names a complaint of which only the row or only the events are gone', async () => {
    const city = await aCity()
    const complaints = city.complaints.filter((head) => head.number !== 'B')
    expect(await found({ ...city, complaints })).toEqual(['complaint-row-missing B'])
    const events = city.events.filter((event) => event.complaint !== 'C')
    expect(await found({ ...city, events })).toEqual([
      'tail-dropped C 1 3',
      `event-dropped C ${D2} 3`,
    ])
  })

  it('names both of two complaints whose numbers were exchanged', async () => {
    const city = await aCity()
    const exchanged: Record<string, string> = { A: 'B', B: 'A', C: 'C' }
    const events = city.events.map((event) => ({
      ...event,
      complaint: exchanged[event.complaint] ?? '',
    }))
    const names = await found(withEvents(city, events))
    expect(names).toContain('complaints-swapped A B')
    expect(names).toContain('complaints-swapped B A')
    expect(names.some((name) => name.startsWith('altered'))).toBe(false)
    expect(names.some((name) => name.includes(' C'))).toBe(false)
  })

  it('names a restored database of yesterday by what was mailed, and all that is lost', async () => {
    const city = await aCity()
    const yesterday = city.events.filter((event) => dayOf(event.at) < D3)
    const restored = { ...withEvents(city, yesterday), days: await digested(yesterday, D2) }
    expect(await found(restored)).toEqual([])
    expect(
      await found({ ...restored, kept: [{ day: D3, hash: city.days[2]?.hash ?? '' }] }),
    ).toEqual([`database-behind ${D3} ${D2}`])
    expect(await found({ ...restored, kept: city.days })).toEqual([
      `database-behind ${D3} ${D2}`,
      `event-dropped A ${D3} 4`,
      `event-dropped B ${D3} 2`,
    ])
  })

  it('names a restored database that has gone on since', async () => {
    const city = await aCity()
    const yesterday = city.events.filter((event) => dayOf(event.at) < D3)
    const later = await aChain('D', [2 * DAY + 9])
    const events = [...yesterday, ...later]
    const restored = { ...withEvents(city, events), days: await digested(events), kept: city.days }
    expect(await found(restored)).toEqual([
      `day-rewritten ${D3}`,
      `event-dropped A ${D3} 4`,
      `event-dropped B ${D3} 2`,
    ])
  })

  it('names a complaint rewritten from its first event on, all hashes made to fit', async () => {
    const city = await aCity()
    let previous = GENESIS
    const forged: StoredEvent[] = []
    for (const event of city.events.filter((each) => each.complaint === 'A')) {
      const body = { ...event, actor: 'someone else', previous }
      previous = await eventHash(body)
      forged.push({ ...body, hash: previous })
    }
    const events = [...forged, ...city.events.filter((event) => event.complaint !== 'A')]
    expect(await found(withEvents(city, events))).toEqual([
      `event-rewritten A ${D1} 2`,
      `event-rewritten A ${D2} 3`,
      `event-rewritten A ${D3} 4`,
    ])
    const rewritten = { ...withEvents(city, events), days: await digested(events) }
    const kept = city.days.map(({ day, hash }) => ({ day, hash }))
    expect(await found(rewritten)).toEqual([])
    expect(await found({ ...rewritten, kept })).toEqual(
      [D1, D2, D3].map((day) => `day-rewritten ${day}`),
    )
  })

  it('names only the day where its leaves are kept nowhere, the complaint where the mail has them', async () => {
    const city = await aCity()
    const days = city.days.map(({ leaves: _, ...digest }) => digest)
    expect(await found({ ...city, days })).toEqual([])
    const rest = city.events.filter((event) => event.complaint !== 'B')
    const robbed = { ...withEvents(city, rest), days }
    const differing = [D1, D3].flatMap((day) => [`count-differs ${day}`, `leaves-differ ${day}`])
    expect(await found(robbed)).toEqual(differing)
    expect(await found({ ...robbed, kept: city.days })).toEqual([
      ...differing,
      `complaint-dropped B ${D1}`,
      `complaint-dropped B ${D3}`,
    ])
  })

  it('names a backdated complaint', async () => {
    const city = await aCity()
    const backdated = [...city.events, ...(await aChain('E', [7]))]
    expect(await found(withEvents(city, backdated))).toEqual([`event-undigested E ${D1} 1`])
  })

  it('names a day taken out of the middle or altered', async () => {
    const city = await aCity()
    const days = city.days.filter((record) => record.day !== D2)
    expect(await found({ ...city, days, kept: city.days })).toEqual([
      `wrong-previous-day ${D3}`,
      `day-missing ${D2}`,
      ...['A 3', 'C 1', 'C 2', 'C 3'].map(
        (name) => `event-undigested ${name.replace(' ', ` ${D2} `)}`,
      ),
    ])
    const altered = city.days.map((record) =>
      record.day === D2 ? { ...record, leaves: [] } : record,
    )
    expect(await found({ ...city, days: altered })).toContain(`leaves-differ ${D2}`)
  })

  it('misses no single dropped event or altered field, wherever it is', async () => {
    const city = await aCity()
    const aPlace = fc.nat(city.events.length - 1)
    const anAlteration = fc.constantFrom<Partial<StoredEvent> | null>(
      null,
      { seq: 9 },
      { at: 5 * DAY },
      { actor: 'x' },
      { previous: 'ff' },
      { hash: 'ff' },
      { content: 'lain' },
      { complaint: 'Z' },
    )
    await fc.assert(
      fc.asyncProperty(aPlace, anAlteration, async (i, change) => {
        const victim = city.events[i] as StoredEvent
        const events = change
          ? city.events.with(i, { ...victim, ...change })
          : city.events.toSpliced(i, 1)
        const findings = await verifyHistory({ ...city, events })
        expect(findings.some((finding) => finding.complaint === victim.complaint)).toBe(true)
      }),
    )
  })
})
