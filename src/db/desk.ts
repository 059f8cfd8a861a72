import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { HearFacts } from '../domain/acts/hear.ts'
import {
  MOST_TEMPLATES,
  type TemplateKind,
  type TemplatePlace,
} from '../domain/people/templates.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Additions, askAdditions, NO_ADDITIONS } from './additions.ts'
import { underRoot } from './cluster-roots.ts'
import type { Database } from './database.ts'
import { type QueueRow, type RawRow, toQueueRow } from './queue-rows.ts'
import { COUNT_CAP, countOf, PAGE, type Queue } from './queues.ts'
import { type Raw, raw } from './raw.ts'
import { similarTo } from './search.ts'
import { headsOf, namesOf, offered, offeredOf, type StaffName } from './staff-names.ts'
import { type Offered, offeredTemplates } from './templates.ts'
import { type Asked, asked, following, NOTHING, oneTrip } from './trip.ts'

export interface DeskQuestion {
  list: SQL | null
  /** Name of the counted view whose first page the list is: its rows are its count. */
  first?: string | null
  counts: Record<string, Queue>
  beside?: {
    staffIds: string[]
    officersOf: number | null
    similar: { categoryId: number; subdistrictId: number; scope: string } | null
    membersOf: number | null
    heard: readonly HearFacts[]
    templates: { kind: TemplateKind; places: readonly TemplatePlace[] } | null
    /** Agency whose head is to let words out. */
    headOf: number | null
  }
}

/** Of those who joined: the others are counted. */
const MOST_NUMBERS = 6

type Beside = NonNullable<DeskQuestion['beside']>

export interface DeskAnswer {
  rows: QueueRow[]
  more: boolean
  /** '7', '9+'. */
  counts: Record<string, string>
  names: StaffName[]
  officers: StaffName[]
  /** The agency has others as well. */
  moreOfficers: boolean
  similar: QueueRow[]
  members: string[]
  additions: Additions
  templates: Offered[]
  /** A head is to let words out, and there is none. */
  headless: boolean
}

export async function askDesk(
  db: Database,
  { list, first, counts, beside }: DeskQuestion,
  now: Instant,
): Promise<DeskAnswer> {
  const counted = Object.entries(counts).flatMap(([name, queue]) =>
    queue.counted && name !== first ? [[name, queue.counted] as const] : [],
  )
  const [rows, names, officers, similar, members, templates, heads, additions, ...numbers] =
    await oneTrip(db, [
      list ? all(raw<RawRow>(db, list)) : NO_ROWS,
      beside ? all(namesOf(db, beside.staffIds)) : NO_ROWS,
      beside?.officersOf != null
        ? all(offeredOf(db, beside.officersOf, now, beside.membersOf !== null))
        : NO_ROWS,
      beside?.similar ? all(similarTo(db, beside.similar, now)) : NO_ROWS,
      beside?.membersOf != null ? all(membersOf(db, beside.membersOf)) : NO_ROWS,
      beside?.templates ? all(templatesOf(db, beside.templates)) : NO_ROWS,
      beside?.headOf != null ? all(headsOf(db, beside.headOf, now)) : NO_ROWS,
      beside?.membersOf != null ? askAdditions(db, beside.membersOf, beside.heard) : NOTHING,
      ...counted.map(([, query]) => all(countOf(db, query))),
    ] as const)
  const read = rows.map(toQueueRow)
  const most = offered(beside?.membersOf != null)
  return {
    rows: read.slice(0, PAGE),
    more: read.length > PAGE,
    counts: Object.fromEntries([
      ...counted.map(([name], i) => [name, capped(numbers[i]?.[0]?.n ?? 0)]),
      ...(first && counts[first]?.counted ? [[first, capped(read.length)]] : []),
    ]),
    ...{ names, templates },
    officers: officers.slice(0, most),
    moreOfficers: officers.length > most,
    similar: similar.map(toQueueRow),
    members: members.map((row) => String(row.reference)),
    additions: additions ?? NO_ADDITIONS,
    headless: beside?.headOf != null && heads.length === 0,
  }
}

function all<T>(query: Raw<T>): Asked<T[]> {
  return asked([query], ([rows]) => rows)
}

/** Costs the database nothing. */
const NO_ROWS: Asked<never[]> = following(NOTHING, () => [])

function capped(n: number): string {
  return n > COUNT_CAP ? `${COUNT_CAP}+` : String(n)
}

function membersOf(db: Database, rootId: number) {
  return raw<RawRow>(
    db,
    sql`select reference from complaint where root_id <> id
      and root_id in ${underRoot(sql`${rootId}`)} limit ${MOST_NUMBERS}`,
  )
}

function templatesOf(db: Database, { kind, places }: NonNullable<Beside['templates']>) {
  return offeredTemplates(db, kind, places, MOST_TEMPLATES)
}
