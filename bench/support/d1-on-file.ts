import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

/** The parts of D1 that drizzle uses, over SQLite in this process: for filling, never for serving. */
export function d1On(db: DatabaseSync): D1Database {
  const facade = {
    prepare: (sql: string) => new Statement(db, sql),
    batch: async (statements: Statement[]) => {
      db.exec('savepoint batch')
      try {
        const results = statements.map((statement) => statement.answer())
        db.exec('release batch')
        return results
      } catch (error) {
        db.exec('rollback to batch; release batch')
        throw error
      }
    },
  }
  return facade as unknown as D1Database
}

class Statement {
  readonly db: DatabaseSync
  readonly sql: string
  readonly values: SQLInputValue[]

  constructor(db: DatabaseSync, sql: string, values: SQLInputValue[] = []) {
    this.db = db
    this.sql = sql
    this.values = values
  }

  bind(...values: SQLInputValue[]) {
    return new Statement(this.db, this.sql, values)
  }

  answer() {
    return { success: true, meta: {}, results: this.db.prepare(this.sql).all(...this.values) }
  }

  all = async () => this.answer()
  run = this.all

  raw = async () => {
    const prepared = this.db.prepare(this.sql)
    prepared.setReturnArrays(true)
    return prepared.all(...this.values)
  }
}

/** A file's or a new in-memory database, set for bulk writing. */
export function openForFilling(file = ':memory:'): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec('pragma synchronous = off; pragma temp_store = memory; pragma cache_size = -400000')
  return db
}
