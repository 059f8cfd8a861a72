import { factsOf } from '../domain/case/happened.ts'
import type { ChainHead, StoredEvent } from '../seal/chain.ts'
import { committedWords } from '../seal/committed-words.ts'
import type { History } from '../seal/history-check.ts'
import type { DayLeaf } from '../seal/merkle.ts'

/** Reads rows with positional parameters: D1 in the Worker, SQLite's own file in a script. */
export type Rows = <T>(sql: string, ...values: (string | number)[]) => Promise<T[]>

export async function loadHistory(
  rows: Rows,
): Promise<Pick<History, 'complaints' | 'events' | 'days'>> {
  return {
    complaints: await headsOf(rows),
    events: await eventsOf(rows),
    days: await rows<StoredDay>(
      'select day, root, count, previous, hash from day_digest order by day',
    ),
  }
}

type StoredDay = {
  day: string
  root: string
  count: number
  previous: string
  hash: string
  leaves?: readonly DayLeaf[]
}

const PAGE = 1000

async function headsOf(rows: Rows): Promise<ChainHead[]> {
  const heads: ChainHead[] = []
  let after = -1
  for (;;) {
    const page = await rows<ChainHead & { id: number }>(
      `select id, reference as number, version as lastSeq, last_hash as lastHash
      from complaint where id > ? order by id limit ${PAGE}`,
      after,
    )
    heads.push(...page.map(({ number, lastSeq, lastHash }) => ({ number, lastSeq, lastHash })))
    after = page.at(-1)?.id ?? after
    if (page.length < PAGE) return heads
  }
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
    e.facts, e.commitment, e.previous, e.hash,
    case when e.seq = 1 and c.text is not null then json_object('title', c.title, 'text', c.text,
      'incidentDay', c.incident_day, 'landmark', c.landmark, 'lat', c.lat, 'lng', c.lng,
      'onBehalf', c.on_behalf, 'loss', c.loss, 'settlement', c.settlement) end as filed,
    case when e.seq = 1 then c.salt end as filedSalt,
    m.text as said, m.reason as saidReason, m.salt as saidSalt
  from event e
  left join complaint c on c.id = e.complaint_id
  left join message m on m.complaint_id = e.complaint_id and m.seq = e.seq
  where (e.complaint_id, e.seq) > (?, ?) order by e.complaint_id, e.seq limit ${PAGE}`

async function eventsOf(rows: Rows): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  let after: [number, number] = [-1, 0]
  for (;;) {
    const page = await rows<EventRow>(EVENTS, ...after)
    events.push(...page.map(stored))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return events
    after = [last.complaintId, last.seq]
  }
}

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
    facts: factsOf(row).facts,
    commitment: row.commitment,
    previous: row.previous,
    hash: row.hash,
    content: contentOf(row),
    salt: row.seq === 1 ? row.filedSalt : row.saidSalt,
  }
}

/** Spelled as when the event was made; null once erased. */
function contentOf(row: EventRow): string | null {
  if (row.seq === 1) return row.filed === null ? null : committedWords(JSON.parse(row.filed))
  return row.said === null ? null : committedWords({ text: row.said, reason: row.saidReason })
}
