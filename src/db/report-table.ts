import { and, asc, desc, eq, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Complaint } from '../domain/case/complaint.ts'
import type { Instant } from '../domain/time/time.ts'
import { type ComplaintRow, toComplaint } from './complaint-rows.ts'
import type { Database } from './database.ts'
import { idFrom } from './ids.ts'
import { complaint, message } from './schema/complaint.ts'

/** A report as a table keeps it: with the last words that closed it. */
export interface ReportLine {
  complaint: Complaint
  row: ComplaintRow
  closure: string | null
}

/** From, until: [a, b). */
type Span = readonly [Instant, Instant]

const PAGE = 200

function within([from, until]: Span) {
  return and(
    gt(complaint.id, idFrom(from) - 1),
    lt(complaint.id, idFrom(until)),
    isNotNull(complaint.text),
  )
}

/** How many came in then, no further than one more than `most`. */
export async function reportsCounted(db: Database, span: Span, most: number): Promise<number> {
  return db.$count(
    db
      .select({ id: complaint.id })
      .from(complaint)
      .where(within(span))
      .limit(most + 1)
      .as('counted'),
  )
}

/** In the order in which they came, page by page. */
export async function* reportsOfSpan(db: Database, span: Span): AsyncGenerator<ReportLine[]> {
  let after = 0
  for (;;) {
    const rows = await db
      .select()
      .from(complaint)
      .where(and(within(span), gt(complaint.id, after)))
      .orderBy(asc(complaint.id))
      .limit(PAGE)
    if (rows.length > 0) yield linesOf(rows, await closuresOf(db, rows))
    if (rows.length < PAGE) return
    after = rows.at(-1)?.id ?? after
  }
}

function linesOf(rows: ComplaintRow[], closures: Map<number, string | null>): ReportLine[] {
  return rows.map((row) => ({
    ...{ row, complaint: toComplaint(row, []) },
    closure: closures.get(row.id) ?? null,
  }))
}

async function closuresOf(db: Database, rows: readonly ComplaintRow[]) {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const said = await db
    .select({ id: message.complaintId, text: message.text })
    .from(message)
    .where(
      and(
        inArray(message.complaintId, sql`(select value from json_each(${ids}))`),
        eq(message.kind, 'closure'),
        eq(message.state, 'sent'),
      ),
    )
    .orderBy(desc(message.seq))
  return new Map(said.toReversed().map(({ id, text }) => [id, text]))
}
