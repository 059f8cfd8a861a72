import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import {
  type Counts,
  type ImportState,
  type LineOutcome,
  type Mapping,
  NO_COUNTS,
} from '../domain/city/imports.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'
import { importLine, importRun } from './schema/city.ts'

type Row = typeof importRun.$inferSelect

export interface ImportRun extends Omit<Row, 'headers' | 'mapping' | 'counts'> {
  headers: string[]
  mapping: Mapping
  counts: Counts
}

export interface ImportLine {
  n: number
  cells: string[]
  outcome: LineOutcome | null
}

interface Begun {
  kind: string
  file: string
  at: Instant
  by: string
  headers: string[]
  mapping: Mapping
  rows: { n: number; cells: string[] }[]
}

/** Bytes of lines in one statement: well below what a bound value may hold. */
const CHUNK = 400_000

/** Its lines first wait for their columns to be named. */
export async function beginImport(db: Database, given: Begun): Promise<number> {
  const { headers, mapping, rows, ...run } = given
  const [made] = await db
    .insert(importRun)
    .values({
      ...run,
      state: 'mapping',
      headers: JSON.stringify(headers),
      mapping: JSON.stringify(mapping),
      counts: JSON.stringify(NO_COUNTS),
      lines: rows.length,
    })
    .returning({ id: importRun.id })
  const id = made?.id ?? 0
  for (const chunk of chunks(rows))
    await db.run(sql`
      insert into import_line (run_id, n, cells)
      select ${id}, json_extract(value, '$.n'), json_extract(value, '$.cells')
      from json_each(${JSON.stringify(chunk)})`)
  return id
}

function chunks(rows: Begun['rows']): Begun['rows'][] {
  const all: Begun['rows'][] = []
  let size = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const own = JSON.stringify(row).length
    if (size + own > CHUNK) {
      all.push([])
      size = 0
    }
    all.at(-1)?.push(row)
    size += own
  }
  return all
}

function fromRow(row: Row): ImportRun {
  const { headers, mapping, counts } = row
  return {
    ...row,
    headers: JSON.parse(headers) as string[],
    mapping: JSON.parse(mapping) as Mapping,
    counts: JSON.parse(counts) as Counts,
  }
}

export async function importById(db: Database, id: number): Promise<ImportRun | null> {
  const [row] = await db.select().from(importRun).where(eq(importRun.id, id))
  return row ? fromRow(row) : null
}

export async function importsAtWork(db: Database, limit: number): Promise<ImportRun[]> {
  const rows = await db
    .select()
    .from(importRun)
    .where(sql`${importRun.state} in ('checking','running')`)
    .orderBy(asc(importRun.id))
    .limit(limit)
  return rows.map(fromRow)
}

/**
 * From one state to the next, with its lines as if nobody had looked at them. Whoever sets it out acts by
 * it, whoever brought the file. `seen`: its columns as they were looked at. False: it is not there, or not so.
 */
export async function setOut(
  db: Database,
  id: number,
  from: readonly ImportState[],
  to: 'checking' | 'running',
  { by, mapping, seen }: { by: string; mapping?: Mapping; seen?: string },
): Promise<boolean> {
  const asSeen = seen === undefined ? sql`true` : sql`${importRun.mapping} = ${seen}`
  const among = sql`${importRun.id} = ${id} and ${asSeen}
    and ${importRun.state} in (select value from json_each(${JSON.stringify(from)}))`
  const [, moved] = await db.batch([
    db
      .update(importLine)
      .set({ fate: null, faults: null })
      .where(sql`${importLine.runId} = ${id} and exists (select 1 from import_run where ${among})`),
    db
      .update(importRun)
      .set({
        state: to,
        by,
        counts: JSON.stringify(NO_COUNTS),
        heldUntil: 0,
        ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      })
      .where(among)
      .returning({ id: importRun.id }),
  ])
  return moved.length > 0
}

/** What its columns are called, to say what was looked at. */
export function seenOf({ mapping }: Pick<ImportRun, 'mapping'>): string {
  return JSON.stringify(mapping)
}

/** For a while nobody else works on it; false: somebody does. */
export async function hold(db: Database, id: number, now: Instant, until: Instant) {
  const held = await db
    .update(importRun)
    .set({ heldUntil: until })
    .where(and(eq(importRun.id, id), lt(importRun.heldUntil, now)))
    .returning({ id: importRun.id })
  return held.length > 0
}

function lineOf({ n, cells, fate, faults }: typeof importLine.$inferSelect): ImportLine {
  const outcome =
    fate === 'refused'
      ? { fate, faults: JSON.parse(faults ?? '[]') }
      : fate && ({ fate } as LineOutcome)
  return { n, cells: JSON.parse(cells) as string[], outcome }
}

/** Those that nobody has looked at yet. */
export async function linesLeft(db: Database, id: number, limit: number): Promise<ImportLine[]> {
  const rows = await db
    .select()
    .from(importLine)
    .where(and(eq(importLine.runId, id), isNull(importLine.fate)))
    .orderBy(asc(importLine.n))
    .limit(limit)
  return rows.map(lineOf)
}

export async function linesAfter(
  db: Database,
  id: number,
  after: number,
  limit: number,
  refused = false,
): Promise<ImportLine[]> {
  const rows = await db
    .select()
    .from(importLine)
    .where(
      and(
        eq(importLine.runId, id),
        gt(importLine.n, after),
        refused ? eq(importLine.fate, 'refused') : undefined,
      ),
    )
    .orderBy(asc(importLine.n))
    .limit(limit)
  return rows.map(lineOf)
}

/** Lines and the count of them, in one batch; `forget`: what was taken in is here no more. */
export async function keepOutcomes(
  db: Database,
  run: Pick<ImportRun, 'id' | 'counts'>,
  done: readonly { n: number; outcome: LineOutcome }[],
  { forget, ...next }: { state?: ImportState; heldUntil: Instant; forget?: boolean },
): Promise<Counts> {
  const counts = { ...run.counts }
  for (const { outcome } of done) counts[outcome.fate] += 1
  const kept = done.map(({ n, outcome }) => ({
    n,
    fate: outcome.fate,
    faults: outcome.fate === 'refused' ? JSON.stringify(outcome.faults) : null,
  }))
  await db.batch([
    raw(
      db,
      sql`
      update import_line set fate = json_extract(j.value, '$.fate'), faults = json_extract(j.value, '$.faults'),
        cells = iif(${forget ? 1 : 0} and json_extract(j.value, '$.fate') <> 'refused', '[]', cells)
      from json_each(${JSON.stringify(kept)}) j
      where run_id = ${run.id} and n = json_extract(j.value, '$.n')`,
    ),
    db
      .update(importRun)
      .set({ ...next, counts: JSON.stringify(counts) })
      .where(eq(importRun.id, run.id)),
  ])
  return counts
}

/** Once: all that it brought is to go again, as far as nobody has acted on it. */
export async function askUndo(db: Database, id: number, by: string): Promise<void> {
  await db
    .update(importRun)
    .set({ undoneBy: by })
    .where(and(eq(importRun.id, id), eq(importRun.state, 'done'), isNull(importRun.undoneBy)))
}

export async function importsUndone(db: Database, limit: number): Promise<ImportRun[]> {
  const rows = await db
    .select()
    .from(importRun)
    .where(sql`${importRun.undoneBy} is not null and ${importRun.undoneAt} is null`)
    .orderBy(asc(importRun.id))
    .limit(limit)
  return rows.map(fromRow)
}

export async function undoOver(db: Database, id: number, at: Instant): Promise<void> {
  await db.update(importRun).set({ undoneAt: at }).where(eq(importRun.id, id))
}

/** Files that nobody needs any more: what they brought is in the city's own rows. */
export async function purgeImports(db: Database, before: Instant): Promise<void> {
  const old = sql`select id from import_run where at < ${before} limit 20`
  await db.batch([
    db.delete(importLine).where(sql`${importLine.runId} in (${old})`),
    db.delete(importRun).where(sql`${importRun.id} in (${old})`),
  ])
}
