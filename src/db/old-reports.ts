import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { complaint } from './schema/complaint.ts'
import { oldReport } from './schema/filing.ts'

/** Those of the keys that are here already. */
export async function oldReportsAmong(db: Database, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.all<{ key: string }>(sql`select key from old_report
    where key in (select value from json_each(${JSON.stringify(keys)}))`)
  return new Set(rows.map(({ key }) => key))
}

export function oldReportWritten(db: Database, row: typeof oldReport.$inferInsert) {
  return db.insert(oldReport).values(row)
}

/** It may be brought here again. */
export function oldReportForgotten(db: Database, complaintId: number) {
  return db.delete(oldReport).where(eq(oldReport.complaintId, complaintId))
}

/** Ids of reports that an import brought, in order. */
export async function reportsOfImport(
  db: Database,
  runId: number,
  after: number,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .select({ id: oldReport.complaintId })
    .from(oldReport)
    .where(and(eq(oldReport.runId, runId), gt(oldReport.complaintId, after)))
    .orderBy(asc(oldReport.complaintId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** How many of them are here. */
export async function countOfImport(db: Database, runId: number): Promise<number> {
  return db.$count(oldReport, eq(oldReport.runId, runId))
}

/** Those of the numbers that a report has here, as its own or as one of another record. */
export async function numbersHere(db: Database, numbers: readonly string[]): Promise<Set<string>> {
  const given = JSON.stringify(numbers)
  const rows = await db.all<{ own: string; other: string | null }>(sql`
    select reference as own, lapor_number as other from complaint
      where reference in (select value from json_each(${given})) and quarantined = 0
    union all
    select reference, lapor_number from complaint
      where lapor_number in (select value from json_each(${given})) and quarantined = 0`)
  return new Set(rows.flatMap(({ own, other }) => [own, other ?? own]))
}

/** Numbers of reports that are known by this one elsewhere, newest first. */
export async function knownElsewhere(db: Database, number: string): Promise<string[]> {
  const rows = await db
    .select({ reference: complaint.reference })
    .from(complaint)
    .where(and(eq(complaint.laporNumber, number), eq(complaint.quarantined, false)))
    .orderBy(sql`${complaint.id} desc`)
    .limit(5)
  return rows.map(({ reference }) => reference)
}
