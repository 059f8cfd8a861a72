import {
  type ChainHead,
  type EventBody,
  eventHash,
  GENESIS,
  type StoredEvent,
} from '../../src/seal/chain.ts'
import { commitment, makeSalt } from '../../src/seal/digest.ts'
import { seededRandom } from './random-bytes.ts'

/** A whole chain of events as the ledger would store it, one for each instant given. */
export async function aChain(
  complaint: string,
  instants: readonly number[],
  end: 'reply' | 'erase' = 'reply',
) {
  const events: StoredEvent[] = []
  for (const [i, at] of instants.entries()) {
    const salt = makeSalt(seededRandom(at + i))
    const content = `Isi ${i + 1} dari ${complaint}`
    const body: EventBody = {
      complaint,
      seq: i + 1,
      type: i === 0 ? 'file' : i === instants.length - 1 ? end : 'reply',
      at,
      actor: 'p1',
      before: i === 0 ? null : 'follow_up',
      after: 'follow_up',
      agency: 3,
      facts: { draft: false },
      commitment: await commitment(salt, content),
      previous: events.at(-1)?.hash ?? GENESIS,
    }
    events.push({ ...body, salt, content, hash: await eventHash(body) })
  }
  return events
}

export function headOf(events: readonly StoredEvent[]): ChainHead {
  const last = events.at(-1)
  if (!last) throw new Error('an empty chain has no head')
  return { number: last.complaint, lastSeq: last.seq, lastHash: last.hash }
}
