import type { ChainHead, StoredEvent, Written } from '../seal/chain.ts'
import { committedWords } from '../seal/committed-words.ts'
import type { Json } from '../seal/digest.ts'
import type { History } from '../seal/history-check.ts'
import type { DayLeaf } from '../seal/merkle.ts'
import type { StandingRows } from '../seal/rows-check.ts'
import { standingRows } from './standing.ts'

/** Reads rows with positional parameters: D1 in the Worker, SQLite's own file in a script. */
export type Rows = <T>(sql: string, ...values: (string | number)[]) => Promise<T[]>

export function rowsOf(d1: D1Database): Rows {
  return async <T>(sql: string, ...values: (string | number)[]) =>
    (
      await d1
        .prepare(sql)
        .bind(...values)
        .all<T>()
    ).results
}

export async function loadHistory(
  rows: Rows,
): Promise<Pick<History, 'complaints' | 'events' | 'days' | 'rows'>> {
  const complaints: Head[] = []
  const events: StoredEvent[] = []
  const standing = new Map<string, StandingRows>()
  for (let after: number | null = -1; after !== null; ) {
    const page: ReportsPage = await loadReports(rows, after)
    complaints.push(...page.complaints)
    events.push(...page.events)
    for (const [number, own] of page.rows) standing.set(number, own)
    after = page.next
  }
  const days = await rows<StoredDay>(
    'select day, root, count, previous, hash from day_digest order by day',
  )
  return { complaints, events, rows: standing, days }
}

type StoredDay = {
  day: string
  root: string
  count: number
  previous: string
  hash: string
  leaves?: readonly DayLeaf[]
}

type Head = ChainHead & { id: number }

export interface ReportsPage {
  complaints: Head[]
  events: StoredEvent[]
  /** By number; under '#' and the internal number where the report itself is gone. */
  rows: Map<string, StandingRows>
  next: number | null
}

/** Reports behind an internal number, with all that is stored of them. */
export async function loadReports(rows: Rows, after: number, limit = 500): Promise<ReportsPage> {
  const complaints = await rows<Head>(
    `select id, reference as number, version as lastSeq, last_hash as lastHash, state,
      lead_agency_id as agency
    from complaint where id > ? order by id limit ?`,
    after,
    limit,
  )
  const next = complaints.length < limit ? null : (complaints.at(-1)?.id ?? null)
  const span = [after, next ?? Number.MAX_SAFE_INTEGER] as const
  const numbers = new Map(complaints.map(({ id, number }) => [id, number]))
  const standing = new Map<string, StandingRows>(
    complaints.map(({ number }) => [number, new Map()]),
  )
  for (const [id, own] of await standingRows(rows, span))
    standing.set(numbers.get(id) ?? `#${id}`, own)
  const events = await rows<EventRow>(EVENTS, ...span)
  return { complaints, events: events.map(stored), rows: standing, next }
}

interface EventRow {
  complaintId: number
  number: string | null
  seq: number
  type: string
  at: number
  actor: string
  stateBefore: string | null
  stateAfter: string
  agencyId: number | null
  facts: string
  commitment: string | null
  written: string | null
  previous: string
  hash: string
  filed: string | null
  filedSalt: string | null
  said: string | null
  saidReason: string | null
  saidSalt: string | null
}

const EVENTS = `select e.complaint_id as complaintId, c.reference as number, e.seq, e.type, e.at,
    e.actor, e.state_before as stateBefore, e.state_after as stateAfter, e.agency_id as agencyId,
    e.facts, e.commitment, e.written, e.previous, e.hash,
    case when e.seq = 1 and c.text is not null then json_object('title', c.title, 'text', c.text,
      'incidentDay', c.incident_day, 'landmark', c.landmark, 'lat', c.lat, 'lng', c.lng,
      'onBehalf', c.on_behalf, 'loss', c.loss, 'settlement', c.settlement) end as filed,
    case when e.seq = 1 then c.salt end as filedSalt,
    m.text as said, m.reason as saidReason, m.salt as saidSalt
  from event e
  left join complaint c on c.id = e.complaint_id
  left join message m on m.complaint_id = e.complaint_id and m.seq = e.seq
  where e.complaint_id > ? and e.complaint_id <= ? order by e.complaint_id, e.seq`

function stored(row: EventRow): StoredEvent {
  return {
    // a row that is gone leaves its events under their internal number, which no chain knows
    complaint: row.number ?? `#${row.complaintId}`,
    seq: row.seq,
    type: row.type,
    at: row.at,
    actor: row.actor,
    before: row.stateBefore,
    after: row.stateAfter,
    agency: row.agencyId,
    facts: jsonIn(row.facts) ?? row.facts,
    commitment: row.commitment,
    written: writtenIn(row),
    previous: row.previous,
    hash: row.hash,
    content: contentOf(row),
    salt: row.seq === 1 ? row.filedSalt : row.saidSalt,
  }
}

/** What is no JSON any more was altered: no hash fits it, and the check goes on. */
function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

function writtenIn({ written }: EventRow): Written | null {
  return written === null ? null : ((jsonIn(written) ?? {}) as Written)
}

/** Spelled as when the event was made; null once erased. */
function contentOf(row: EventRow): string | null {
  if (row.seq === 1) return row.filed === null ? null : committedWords(JSON.parse(row.filed))
  return row.said === null ? null : committedWords({ text: row.said, reason: row.saidReason })
}
