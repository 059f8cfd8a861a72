import type { BackupRow } from '../domain/city/backup.ts'

/** What belongs to no complaint. */
export const PLAIN_TABLES = [
  'day_digest',
  'setting',
  'agency',
  'agency_slug',
  'area',
  'category',
  'calendar_year',
  'holiday',
  'clock_rule',
  'authority',
  'notice',
  'public_limit',
  'service',
  'survey',
  'survey_sum',
  'city_change',
  'oversight_entry',
  'city_snapshot',
  'user',
  'account',
  'factor',
  'membership',
  'role_grant',
  'email_change',
  'second_reset',
  'city_ask',
  'hand_over',
  'rights_log',
  'export_log',
  'old_report',
  'template',
  'template_change',
  'saved_view',
  'breach',
  'data_request',
  'filing',
  'figure',
] as const

/** Read together for each range of complaints, so that every complaint is whole in itself. */
export const CASE_TABLES = [
  'complaint',
  'event',
  'assignment',
  'clock',
  'message',
  'attachment',
  'identity',
  'reveal',
  'outbox',
  'delivery',
] as const

/** Whoever holds a session or an open invitation must not be found in a backup. */
export const OMITTED_TABLES = [
  'session',
  'verification',
  'counter',
  'upload',
  // whoever brought the file has it
  'import_run',
  'import_line',
  // what became of it is on record
  'city_draft',
  // made anew from the events
  'trail',
] as const

type PlainTable = (typeof PLAIN_TABLES)[number]
type Row = BackupRow[1]

export interface Page {
  rows: BackupRow[]
  next: number | null
}

/** A filing must not name a complaint that the backup does not hold. */
function onlyOf(table: PlainTable): string {
  return table === 'filing' ? 'and complaint_id < ?2' : 'and ?2 is not null'
}

function plainQuery(
  d1: D1Database,
  table: PlainTable,
  after: number,
  cutoff: number,
  limit: number,
) {
  return d1
    .prepare(
      `select rowid as "~", * from "${table}" where rowid > ?1 ${onlyOf(table)} order by rowid limit ?3`,
    )
    .bind(after, cutoff, limit)
}

export async function firstPages(
  d1: D1Database,
  cutoff: number,
  limit: number,
): Promise<Record<PlainTable, Page>> {
  const results = await d1.batch<Row>(
    PLAIN_TABLES.map((table) => plainQuery(d1, table, -1, cutoff, limit)),
  )
  const pages = PLAIN_TABLES.map((table, i) => [
    table,
    pageOf(table, results[i]?.results ?? [], limit),
  ])
  return Object.fromEntries(pages) as Record<PlainTable, Page>
}

export async function nextPage(
  d1: D1Database,
  table: PlainTable,
  after: number,
  cutoff: number,
  limit: number,
): Promise<Page> {
  const { results } = await plainQuery(d1, table, after, cutoff, limit).all<Row>()
  return pageOf(table, results, limit)
}

function pageOf(table: PlainTable, found: Row[], limit: number): Page {
  const next = found.length < limit ? null : Number(found.at(-1)?.['~'])
  const rows = found.map(({ '~': _, ...row }): BackupRow => [table, row])
  return { rows, next }
}

const CASES: Record<(typeof CASE_TABLES)[number], string> = {
  complaint: 'select * from complaint where id > ?1 and id <= ?2 order by id',
  event: inRange('event', 'seq'),
  assignment: inRange('assignment', 'agency_id, seq'),
  clock: inRange('clock', 'kind, round'),
  message: inRange('message', 'seq'),
  attachment: inRange('attachment', 'seq'),
  identity: inRange('identity', 'complaint_id'),
  reveal: inRange('reveal', 'seq'),
  outbox: inRange('outbox', 'seq'),
  delivery: `select d.* from outbox o join delivery d on d.outbox_id = o.id
    where o.complaint_id > ?1 and o.complaint_id <= ?2`,
}

function inRange(table: string, order: string): string {
  return `select * from "${table}" where complaint_id > ?1 and complaint_id <= ?2
    order by complaint_id, ${order}`
}

export async function nextCases(
  d1: D1Database,
  after: number,
  cutoff: number,
  limit: number,
): Promise<Page> {
  const upto = await d1
    .prepare(
      `select max(id) from (select id from complaint where id > ?1 and id < ?2 order by id limit ?3)`,
    )
    .bind(after, cutoff, limit)
    .first<number>('max(id)')
  if (upto === null) return { rows: [], next: null }
  const results = await d1.batch<Row>(
    CASE_TABLES.map((table) => d1.prepare(CASES[table]).bind(after, upto)),
  )
  const rows = CASE_TABLES.flatMap((table, i) =>
    (results[i]?.results ?? []).map((row): BackupRow => [table, row]),
  )
  return { rows, next: upto }
}

export async function nextLetters(d1: D1Database, after: number, limit: number): Promise<Page> {
  const among = 'complaint_id is null and id > ?1'
  const upto = await d1
    .prepare(`select max(id) from (select id from outbox where ${among} order by id limit ?2)`)
    .bind(after, limit)
    .first<number>('max(id)')
  if (upto === null) return { rows: [], next: null }
  const [outbox, delivery] = await d1.batch<Row>([
    d1.prepare(`select * from outbox where ${among} and id <= ?2 order by id`).bind(after, upto),
    d1
      .prepare(
        `select d.* from outbox o join delivery d on d.outbox_id = o.id where o.${among.replace('and id', 'and o.id')} and o.id <= ?2`,
      )
      .bind(after, upto),
  ])
  const rows = [
    ...(outbox?.results ?? []).map((row): BackupRow => ['outbox', row]),
    ...(delivery?.results ?? []).map((row): BackupRow => ['delivery', row]),
  ]
  return { rows, next: upto }
}
