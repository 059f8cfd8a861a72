import { type SQL, sql } from 'drizzle-orm'
import type { CommandName } from '../domain/acts/acts.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'
import { type Asked, asked } from './trip.ts'

/** Where a page ended. */
export interface TrailPlace {
  at: Instant
  complaintId: number
  seq: number
}

/** What it is narrowed by; each where it is named. */
export interface TrailFilter {
  /** Of staff: the id, or the address that they sign in with. */
  person: { id: string } | { email: string } | null
  agencyId: number | null
  command: CommandName | null
  /** Of one report: its number. */
  reference: string | null
  /** Knows of supervisory reports: for others there is none. */
  supervisory: boolean
}

interface TrailRow extends TrailPlace {
  type: CommandName
  actor: string
  /** Null where they are on the staff no more, or were never. */
  name: string | null
  agencyId: number | null
  /** That a reporter gave. */
  score: number | null
  /** Null: looked through, and not among what was asked for. */
  reference: string | null
}

export interface Trail {
  rows: TrailRow[]
  /** The last that was looked at, where there may be more. */
  last: TrailPlace | null
}

const START: TrailPlace = { at: Number.MAX_SAFE_INTEGER, complaintId: 0, seq: 0 }
const COLUMNS = sql.raw(`e.at, e.complaint_id as complaintId, e.seq, e.type, e.actor,
  e.agency_id as agencyId, c.reference, u.name,
  json_extract(e.facts, '$.score') as score`)
const JOINED = sql.raw('left join user u on u.id = substr(e.actor, 7)')
/** Until when events are in the index. */
const INDEXED = sql.raw(
  `coalesce((select json_extract(value, '$.at') from setting where key = 'job:trail'), 0)`,
)

/** Rows of a page; and how many of the events that are not in the index yet it looks through. */
export interface TrailSize {
  size: number
  fresh: number
}

/** Newest first, behind a place. */
export function askTrail(
  db: Database,
  filter: TrailFilter,
  after: TrailPlace | null,
  { size, fresh }: TrailSize,
): Asked<Trail> {
  const from = after ?? START
  if (filter.reference !== null) return ofCase(db, filter, from, size)
  const key = keyOf(filter)
  return key === null
    ? ofAll(db, filter, from, size)
    : ofKey(db, key, filter, from, { size, fresh })
}

function before({ at, complaintId, seq }: TrailPlace): SQL {
  return sql`(${at}, ${complaintId}, ${seq})`
}

function ofCase(db: Database, filter: TrailFilter, from: TrailPlace, size: number): Asked<Trail> {
  const query = raw<TrailRow>(
    db,
    sql`select ${COLUMNS} from complaint c
      join event e on e.complaint_id = c.id ${JOINED}
      where c.reference = ${filter.reference} and (e.at, e.complaint_id, e.seq) < ${before(from)}
        and ${known(filter)} and ${matches(filter)}
      order by e.seq desc limit ${size + 1}`,
  )
  return asked([query], ([rows]) => pageOf(rows as TrailRow[], size))
}

function ofAll(db: Database, filter: TrailFilter, from: TrailPlace, size: number): Asked<Trail> {
  const query = raw<TrailRow>(
    db,
    sql`select ${COLUMNS}
      from (select * from event x indexed by event_at
        where (x.at, x.complaint_id, x.seq) < ${before(from)}
        order by x.at desc, x.complaint_id desc, x.seq desc limit ${size + 1}) e
      left join complaint c on c.id = e.complaint_id and ${known(filter)} ${JOINED}
      order by e.at desc, e.complaint_id desc, e.seq desc`,
  )
  return asked([query], ([rows]) => pageOf(rows as TrailRow[], size))
}

/** First what came since the index was written, then by the index. */
function ofKey(
  db: Database,
  key: SQL,
  filter: TrailFilter,
  from: TrailPlace,
  { size, fresh: most }: TrailSize,
): Asked<Trail> {
  const fresh = raw<TrailRow>(
    db,
    sql`select ${COLUMNS}
      from (select * from event x indexed by event_at
        where x.at > ${INDEXED} and (x.at, x.complaint_id, x.seq) < ${before(from)}
        order by x.at desc, x.complaint_id desc, x.seq desc limit ${most}) e
      left join complaint c on c.id = e.complaint_id
        and ${known(filter)} and ${matches(filter)} ${JOINED}
      order by e.at desc, e.complaint_id desc, e.seq desc`,
  )
  const indexed = raw<TrailRow>(
    db,
    sql`select ${COLUMNS}
      from (select at, complaint_id, seq from trail
        where key = ${key} and (at, complaint_id, seq) < ${before(from)}
        order by at desc, complaint_id desc, seq desc limit ${size + 1}) k
      cross join event e on e.complaint_id = k.complaint_id and e.seq = k.seq
      left join complaint c on c.id = e.complaint_id
        and ${known(filter)} and ${matches(filter)} ${JOINED}
      order by k.at desc, k.complaint_id desc, k.seq desc`,
  )
  return asked([fresh, indexed], ([newest, older]) => {
    const tail = newest as TrailRow[]
    // the index goes on where all that is newer was looked through
    if (tail.length >= most) return pageOf(tail, most - 1)
    return pageOf([...tail, ...(older as TrailRow[])], tail.length + size)
  })
}

function pageOf(rows: TrailRow[], size: number): Trail {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    rows: page.filter(({ reference }) => reference !== null),
    last: rows.length > size && last ? last : null,
  }
}

function personOf(person: NonNullable<TrailFilter['person']>): SQL {
  return 'id' in person
    ? sql`${person.id}`
    : sql`(select p.id from user p where p.email = ${person.email})`
}

/** The narrowest of what is named. */
function keyOf({ person, agencyId, command }: TrailFilter): SQL | null {
  if (person) return sql`'p:' || ${personOf(person)}`
  if (agencyId !== null) return sql`${`a:${agencyId}`}`
  return command === null ? null : sql`${`c:${command}`}`
}

/** Asked before anything is counted: how many pages there are would tell of a report, too. */
function known({ supervisory }: TrailFilter): SQL {
  return supervisory ? sql`true` : sql`c.supervisory = 0`
}

function matches({ person, agencyId, command }: TrailFilter): SQL {
  const all = [
    sql`1 = 1`,
    ...(person ? [sql`e.actor = 'staff:' || ${personOf(person)}`] : []),
    ...(agencyId === null ? [] : [sql`e.agency_id = ${agencyId}`]),
    ...(command === null ? [] : [sql`e.type = ${command}`]),
    ...(person || (agencyId === null && command === null)
      ? []
      : [sql`e.actor >= 'staff:' and e.actor < 'staff;'`]),
  ]
  return sql.join(all, sql` and `)
}

export interface TrailEvent extends TrailPlace {
  type: string
  actor: string
  agencyId: number | null
}

/** In order, behind a place and no later than a time. */
export function eventsBehind(db: Database, place: TrailPlace, until: Instant, limit: number) {
  return raw<TrailEvent>(
    db,
    sql`select at, complaint_id as complaintId, seq, type, actor, agency_id as agencyId
      from event indexed by event_at
      where (at, complaint_id, seq) > ${before(place)} and at <= ${until}
      order by at, complaint_id, seq limit ${limit}`,
  )
}

export async function addToTrail(
  db: Database,
  entries: readonly ({ key: string } & TrailPlace)[],
): Promise<void> {
  await db.run(sql`insert into trail (key, at, complaint_id, seq)
    select json_extract(value, '$.key'), json_extract(value, '$.at'),
      json_extract(value, '$.complaintId'), json_extract(value, '$.seq')
    from json_each(${JSON.stringify(entries)}) where true on conflict do nothing`)
}

export async function trailIsEmpty(db: Database): Promise<boolean> {
  return (await db.all(sql`select 1 from trail limit 1`)).length === 0
}
