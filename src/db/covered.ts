import {
  type Column,
  getTableColumns,
  getTableName,
  type InferSelectModel,
  type Table,
} from 'drizzle-orm'
import { toBase64url } from '../domain/text/bytes.ts'
import { canonicalJson, sha256 } from '../seal/digest.ts'
import { assignment, clock, complaint, message } from './schema/complaint.ts'
import { attachment, identity, reveal } from './schema/filing.ts'

/** What the history vouches for, row by row (docs/data.md, History that shows tampering). */
export const COVERED = { complaint, clock, assignment, message, attachment, identity, reveal }

export type CoveredName = keyof typeof COVERED
export type CoveredTable = (typeof COVERED)[CoveredName]

/** As the database holds it, by its own names of columns. */
export type StoredRow = Readonly<Record<string, string | number | null>>

/** What tells rows of one report apart. */
const OWN_KEYS: Record<CoveredName, readonly string[]> = {
  complaint: [],
  clock: ['kind', 'round'],
  assignment: ['agency_id', 'seq'],
  message: ['seq'],
  attachment: ['id'],
  identity: [],
  reveal: ['seq'],
}

/** Columns that change without an event, or hold the event's own hash. */
export const LEFT_OUT: Partial<Record<CoveredName, readonly string[]>> = {
  // that the page was opened is a small write of reading
  complaint: ['last_hash', 'opened_at'],
  // made after the event, from bytes that the event vouches for
  attachment: ['preview', 'preview_tries'],
  // wrapped anew under each master key; that it is there at all counts (`opens`)
  // whether letters come back is the mail service's word
  identity: ['key_version', 'wrapped_key', 'email_failed_at'],
}

export const COVERED_NAMES = Object.keys(COVERED) as CoveredName[]

export function ownerColumn(name: CoveredName): string {
  return name === 'complaint' ? 'id' : 'complaint_id'
}

/** 'complaint', 'clock verify 1': the name of a row within its report. */
export function rowName(name: CoveredName, row: StoredRow): string {
  return [name, ...OWN_KEYS[name].map((key) => row[key])].join(' ')
}

export function keyColumns(table: CoveredTable): [property: string, column: Column][] {
  const name = nameOf(table)
  const names = [ownerColumn(name), ...OWN_KEYS[name]]
  return columnsOf(table).filter(([, column]) => names.includes(column.name))
}

export function nameOf(table: CoveredTable): CoveredName {
  return getTableName(table) as CoveredName
}

/** Of a row as drizzle has it; what it does not name is left to the column's default. */
export function storedRow(table: CoveredTable, row: Readonly<Record<string, unknown>>): StoredRow {
  return Object.fromEntries(
    columnsOf(table).map(([property, column]) => [column.name, driven(column, row[property])]),
  )
}

/** As drizzle would read it. */
export function readRow<T extends Table>(table: T, row: StoredRow): InferSelectModel<T> {
  const read = columnsOf(table).map(([property, column]) => {
    const value = row[column.name] ?? null
    return [property, value === null ? null : column.mapFromDriverValue(value)]
  })
  return Object.fromEntries(read) as InferSelectModel<T>
}

/** What it does not name is left to the column's default. */
export function wholeRow(table: CoveredTable, row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    columnsOf(table).map(([property, { default: byItself = null }]) => {
      const given = row[property]
      return [property, given === undefined ? byItself : given]
    }),
  )
}

/**
 * What a column holds by itself is not spelled out, so that one that is added later alters no digest
 * of rows that were written before.
 */
export async function rowDigest(name: CoveredName, row: StoredRow): Promise<string> {
  const spelled = columnsOf(COVERED[name])
    .filter(([, column]) => !LEFT_OUT[name]?.includes(column.name))
    .map(
      ([, column]) => [column.name, row[column.name] ?? null, driven(column, undefined)] as const,
    )
    .filter(([, value, byItself]) => value !== byItself)
    .map(([column, value]) => [column, value])
  const opens = name === 'identity' ? { opens: row.wrapped_key !== null } : {}
  const digest = await sha256(canonicalJson([name, { ...Object.fromEntries(spelled), ...opens }]))
  return toBase64url(digest.subarray(0, 16))
}

function columnsOf(table: Table): [property: string, column: Column][] {
  return Object.entries(getTableColumns(table))
}

function driven(column: Column, value: unknown): string | number | null {
  const given = value === undefined ? (column.default ?? null) : value
  return given === null ? null : (column.mapToDriverValue(given) as string | number)
}
