import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { HearFacts } from '../domain/acts/hear.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Additions, additionQueries, additionsIn, NO_ADDITIONS } from './additions.ts'
import { underRoot } from './cluster-roots.ts'
import type { ComplaintRow } from './complaint-rows.ts'
import type { Database } from './database.ts'
import type { AttachmentRow, MessageRow } from './dossier.ts'
import { type QueueRow, type RawRow, toQueueRow } from './queue-rows.ts'
import { COUNT_CAP, countOf, PAGE, type Queue } from './queues.ts'
import { raw } from './raw.ts'
import { similarTo } from './search.ts'
import { headsOf, namesOf, officersOf, type StaffName } from './staff-names.ts'

export interface DeskQuestion {
  list: SQL | null
  size?: number
  /** Name of the counted view whose first page the list is: its rows are its count. */
  first?: string | null
  counts: Record<string, Queue>
  beside?: {
    staffIds: string[]
    officersOf: number | null
    similar: { categoryId: number; subdistrictId: number; scope: string } | null
    membersOf: number | null
    heard: readonly HearFacts[]
    templates: string | null
    agencyId: number | null
    /** Agency whose head is to let words out. */
    headOf: number | null
  }
}

interface Template {
  name: string
  text: string
}

export interface DeskAnswer {
  rows: QueueRow[]
  more: boolean
  /** '7', '9+'. */
  counts: Record<string, string>
  names: StaffName[]
  officers: StaffName[]
  similar: QueueRow[]
  members: string[]
  additions: Additions
  templates: Template[]
  /** A head is to let words out, and there is none. */
  headless: boolean
}

function nothing(db: Database) {
  return raw<RawRow>(db, sql`select 1 where 0`)
}

export async function askDesk(
  db: Database,
  { list, size = PAGE, first, counts, beside }: DeskQuestion,
  now: Instant,
): Promise<DeskAnswer> {
  const counted = Object.entries(counts).flatMap(([name, queue]) =>
    queue.counted && name !== first ? [[name, queue.counted] as const] : [],
  )
  const heard = beside?.membersOf != null && beside.heard.length > 0 ? beside.heard : null
  const added = heard ? additionQueries(db, beside?.membersOf ?? 0, heard) : []
  const [rows, names, officers, similar, members, templates, heads, ...others] = await db.batch([
    list ? raw<RawRow>(db, list) : nothing(db),
    beside ? namesOf(db, beside.staffIds) : nothing(db),
    beside?.officersOf != null ? officersOf(db, beside.officersOf, now) : nothing(db),
    beside?.similar ? similarTo(db, beside.similar, now) : nothing(db),
    beside?.membersOf != null ? membersOf(db, beside.membersOf) : nothing(db),
    beside?.templates ? templatesOf(db, beside.templates, beside.agencyId) : nothing(db),
    beside?.headOf != null ? headsOf(db, beside.headOf, now) : nothing(db),
    ...counted.map(([, query]) => countOf(db, query)),
    ...added,
  ])
  const numbers = others.slice(0, counted.length)
  const [joined, messages, files] = others.slice(counted.length)
  const read = (rows as RawRow[]).map(toQueueRow)
  return {
    rows: read.slice(0, size),
    more: read.length > size,
    counts: Object.fromEntries([
      ...counted.map(([name], i) => [name, capped(Number((numbers[i] as RawRow[])[0]?.n ?? 0))]),
      ...(first && counts[first]?.counted ? [[first, capped(read.length)]] : []),
    ]),
    names: names as unknown as StaffName[],
    officers: officers as unknown as StaffName[],
    similar: (similar as RawRow[]).map(toQueueRow),
    members: (members as RawRow[]).map((row) => String(row.reference)),
    additions: heard
      ? additionsIn(joined as ComplaintRow[], messages as MessageRow[], files as AttachmentRow[])
      : NO_ADDITIONS,
    templates: templates as unknown as Template[],
    headless: beside?.headOf != null && heads.length === 0,
  }
}

function capped(n: number): string {
  return n > COUNT_CAP ? `${COUNT_CAP}+` : String(n)
}

function membersOf(db: Database, rootId: number) {
  return raw<RawRow>(
    db,
    sql`select reference from complaint where root_id <> id
      and root_id in ${underRoot(sql`${rootId}`)} limit 12`,
  )
}

/** The agency's own before the city's. */
export async function templateText(
  db: Database,
  { kind, name, agencyId }: { kind: string; name: string; agencyId: number | null },
): Promise<string | null> {
  const [row] = await db.all<{ text: string }>(
    sql`select text from template where kind = ${kind} and name = ${name}
      and (agency_id is null or agency_id = ${agencyId ?? 0}) order by agency_id desc limit 1`,
  )
  return row?.text ?? null
}

function templatesOf(db: Database, kind: string, agencyId: number | null) {
  return raw<RawRow>(
    db,
    sql`select name, text from template where kind = ${kind} and (agency_id is null or agency_id = ${agencyId ?? 0}) limit 20`,
  )
}
