import { sql } from 'drizzle-orm'
import type { HearFacts } from '../domain/acts/hear.ts'
import { factsOf, type StoredFacts } from '../domain/case/happened.ts'
import { heardOf, MOST_ADDITIONS } from './additions.ts'
import type { Database } from './database.ts'

/** Where a page of what was heard ended. */
export interface HeardCursor {
  id: number
  seq: number
}

interface HeardPage {
  heard: HearFacts[]
  next: HeardCursor | null
}

/**
 * All that a root has heard of those who joined it, the newest first; then what the roots had heard that
 * were joined to it with others under them, each by itself.
 */
export async function heardBefore(
  db: Database,
  rootId: number,
  before: HeardCursor | null,
): Promise<HeardPage> {
  const { id, seq } = before ?? { id: Number.MAX_SAFE_INTEGER, seq: 0 }
  const rows = await db.all<HeardCursor & { facts: string }>(sql`
    with recursive source(id) as (
      select ${rootId} as id
      union select c.id from source s
      join event e on e.complaint_id = s.id and e.type = 'join'
        and json_extract(e.facts, '$.filings') > 1
      join complaint c on c.reference = json_extract(e.facts, '$.member'))
    select e.complaint_id as id, e.seq, e.facts from event e
    where e.complaint_id in (select id from source) and e.type = 'hear'
      and (e.complaint_id < ${id} or (e.complaint_id = ${id} and e.seq < ${seq}))
    order by e.complaint_id desc, e.seq desc limit ${MOST_ADDITIONS + 1}`)
  const shown = rows.slice(0, MOST_ADDITIONS)
  const last = rows.length > MOST_ADDITIONS ? shown.at(-1) : undefined
  return {
    heard: shown.flatMap((row) => heardOf({ type: 'hear', facts: row.facts })),
    next: last ? { id: last.id, seq: last.seq } : null,
  }
}

/** More was heard than the case shows, here or by a root that was joined with others under it. */
export function hearsMore(events: readonly StoredFacts[]): boolean {
  const heard = events.filter(({ type }) => type === 'hear').length
  return heard > MOST_ADDITIONS || events.some(bringsOthers)
}

function bringsOthers(event: StoredFacts): boolean {
  const happened = factsOf(event)
  return happened.type === 'join' && happened.facts.filings > 1
}
