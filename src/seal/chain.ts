import { actNamed } from '../domain/acts/acts.ts'
import type { Instant } from '../domain/time/time.ts'
import { canonicalJson, commitment, type Json, sha256Hex } from './digest.ts'

export const GENESIS = '0'.repeat(64)

export interface EventBody {
  complaint: string
  seq: number
  type: string
  at: Instant
  /** Opaque, never a name. */
  actor: string
  before: string | null
  after: string | null
  agency: number | null
  /** Nothing personal. */
  facts: Json
  /** `commitment(salt, content)` of the words written, or null when there are none. */
  commitment: string | null
  /** A digest of each row that it left, by name; null where it took the row away. */
  written?: Written | null
  previous: string
}

/** `null` as a whole: of an event from before rows were vouched for. */
export type Written = { readonly [row: string]: string | null }

/** Erasing sets content and salt to null; the hash stays valid. */
export interface StoredEvent extends EventBody {
  hash: string
  content: string | null
  salt: string | null
}

export interface ChainHead {
  number: string
  lastSeq: number
  lastHash: string
  state?: string
  agency?: number | null
}

export interface ChainFinding {
  problem:
    | 'no-events' /* a complaint without any event */
    | 'foreign-event' /* an event filed under this complaint names another (`other`) */
    | 'repeated-seq'
    | 'gap' /* events from `seq` to `other` are missing inside the chain */
    | 'wrong-previous' /* `seq` does not point to the event before it */
    | 'altered' /* `seq` does not have the content it was hashed with */
    | 'swapped' /* the event at `seq` was written as number `other` */
    | 'content-mismatch' /* the words are not those committed to */
    | 'words-gone' /* words and salt are gone, and no event erased them */
    | 'half-erased' /* one of content and salt is gone, the other is not */
    | 'tail-dropped' /* events from `seq` to `other` are missing at the end */
    | 'row-behind' /* events after the complaint's last one (`other`), the first is `seq` */
    | 'row-hash-differs' /* the complaint's row has another last hash */
    | 'state-differs' /* the complaint's row says `other`, its last event something else */
    | 'agency-differs'
  complaint: string
  seq: number | null
  other: number | string | null
}

export function eventHash(event: EventBody): Promise<string> {
  const { complaint, seq, type, at, actor, before, after, agency, facts, previous } = event
  const covered = { complaint, seq, type, at, actor, before, after, agency, facts, previous }
  const { commitment, written } = event
  return sha256Hex(canonicalJson({ ...covered, commitment, ...(written ? { written } : {}) }))
}

/** `events`: all that are stored for the complaint, in any order. None found: it is whole. */
export async function verifyChain(
  events: readonly StoredEvent[],
  head: ChainHead,
): Promise<ChainFinding[]> {
  const ordered = events.toSorted((a, b) => a.seq - b.seq)
  const findings: ChainFinding[] = []
  const found = (problem: ChainFinding['problem'], seq: number | null, other: Other = null) =>
    findings.push({ problem, complaint: head.number, seq, other })

  const altered: StoredEvent[] = []
  let last: StoredEvent | undefined
  for (const event of ordered) {
    const next = (last?.seq ?? 0) + 1
    if (event.complaint !== head.number) found('foreign-event', event.seq, event.complaint)
    if (event.seq < next) found('repeated-seq', event.seq)
    if (event.seq > next) found('gap', next, event.seq - 1)
    if (event.seq === next && event.previous !== (last?.hash ?? GENESIS)) {
      found('wrong-previous', event.seq)
    }
    if ((await hashOrNull(event)) !== event.hash) altered.push(event)
    const words = await contentProblem(event, ordered)
    if (words) found(words, event.seq)
    last = event
  }
  for (const event of altered) {
    const home = await seqItWasWrittenAs(event, altered)
    found(home === null ? 'altered' : 'swapped', event.seq, home)
  }
  for (const [problem, seq, other] of endProblems(ordered, head)) found(problem, seq, other)
  return findings
}

type Other = ChainFinding['other']

/** A stored value that canonical JSON refuses is an alteration, not a crash of the check. */
async function hashOrNull(event: EventBody): Promise<string | null> {
  try {
    return await eventHash(event)
  } catch {
    return null
  }
}

async function contentProblem(
  event: StoredEvent,
  all: readonly StoredEvent[],
): Promise<'content-mismatch' | 'half-erased' | 'words-gone' | null> {
  const { content, salt } = event
  if (content === null && salt === null)
    return event.commitment === null || isErased(event, all) ? null : 'words-gone'
  if (content === null || salt === null) return 'half-erased'
  const actual = await commitment(salt, content).catch(() => null)
  return actual === event.commitment ? null : 'content-mismatch'
}

function isErased({ seq }: StoredEvent, all: readonly StoredEvent[]): boolean {
  return all.some((event) => actNamed(event.type)?.erases && event.seq > seq)
}

/** Tries the places of the other bad events, both with and without the links having moved along. */
async function seqItWasWrittenAs(
  event: StoredEvent,
  bad: readonly StoredEvent[],
): Promise<number | null> {
  for (const other of bad.slice(0, 20)) {
    if (other === event) continue
    const moved = { ...event, seq: other.seq }
    if ((await hashOrNull(moved)) === event.hash) return other.seq
    if ((await hashOrNull({ ...moved, previous: other.previous })) === other.hash) return other.seq
  }
  return null
}

function endProblems(
  ordered: readonly StoredEvent[],
  head: ChainHead,
): (readonly [ChainFinding['problem'], number | null, Other])[] {
  const last = ordered.at(-1)
  if (!last && head.lastSeq < 1) return [['no-events', null, null]]
  const lastSeq = last?.seq ?? 0
  if (head.lastSeq > lastSeq) return [['tail-dropped', lastSeq + 1, head.lastSeq]]
  if (head.lastSeq < lastSeq) return [['row-behind', head.lastSeq + 1, head.lastSeq]]
  if (head.lastHash !== last?.hash) return [['row-hash-differs', lastSeq, null]]
  const { state = last.after, agency = last.agency } = head
  return [
    ...(state === last.after ? [] : [['state-differs', lastSeq, state] as const]),
    ...(agency === last.agency ? [] : [['agency-differs', lastSeq, agency] as const]),
  ]
}
