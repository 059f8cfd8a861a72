import { and, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import {
  type CoveredTable,
  keyColumns,
  nameOf,
  rowDigest,
  rowName,
  storedRow,
  wholeRow,
} from '../covered.ts'
import type { Database } from '../database.ts'
import type { Statement } from './statement.ts'

type Row = Readonly<Record<string, unknown>>

/** One row that a change leaves: the statement and what the event says of it are both made of this. */
export interface Write {
  table: CoveredTable
  /** null: the row is new. */
  before: Row | null
  /** null: the row is taken away. */
  set: Row | null
}

export function added<T extends CoveredTable>(table: T, row: InferInsertModel<T>): Write {
  return { table, before: null, set: row }
}

/** `before`: the whole row as it was read, under the version that the event follows. */
export function altered<T extends CoveredTable>(
  table: T,
  before: InferSelectModel<T>,
  set: Partial<InferSelectModel<T>>,
): Write {
  return { table, before, set }
}

export function removed<T extends CoveredTable>(table: T, before: InferSelectModel<T>): Write {
  return { table, before, set: null }
}

export function statementOf(db: Database, { table, before, set }: Write): Statement {
  if (before === null) return db.insert(table).values((set ?? {}) as never)
  const key = and(...keyColumns(table).map(([property, column]) => eq(column, before[property])))
  return set === null ? db.delete(table).where(key) : db.update(table).set(set).where(key)
}

/** How each row that they touch stands after all of them; null: gone. */
export async function digestsOf(writes: readonly Write[]): Promise<Record<string, string | null>> {
  const digests = await Promise.all(
    Array.from(touched(writes), async ([name, { table, row }]) => [
      name,
      row && (await rowDigest(nameOf(table), storedRow(table, row))),
    ]),
  )
  return Object.fromEntries(digests)
}

/** Rows of a table as they would be read afterwards, new ones last. */
export function rowsAfter(writes: readonly Write[]) {
  const after = touched(writes)
  return <T extends CoveredTable>(table: T, read: InferSelectModel<T>[]): InferSelectModel<T>[] => {
    const own = Array.from(after).filter(([, one]) => one.table === table)
    const left = new Map<string, Row | null>(read.map((row) => [nameIn(table, row), row]))
    for (const [name, { row }] of own) left.set(name, row && wholeRow(table, row))
    return [...left.values()].filter((row) => row !== null) as InferSelectModel<T>[]
  }
}

function touched(writes: readonly Write[]) {
  const after = new Map<string, { table: CoveredTable; row: Row | null }>()
  for (const { table, before, set } of writes) {
    const name = nameIn(table, before ?? set ?? {})
    after.set(name, { table, row: set && { ...(after.get(name)?.row ?? before), ...set } })
  }
  return after
}

function nameIn(table: CoveredTable, row: Row): string {
  return rowName(nameOf(table), storedRow(table, row))
}
