import { DatabaseSync } from 'node:sqlite'
import { type Account, newId } from './account.ts'
import { Refusal, type Route } from './answer.ts'

/** Databases: real SQLite, asked by query and filled by import. */
export function d1(account: Account, uploads: Map<string, Buffer>, base: () => string): Route[] {
  const find = (uuid: string) => {
    const database = account.databases.find((one) => one.uuid === uuid || one.name === uuid)
    if (!database) throw new Refusal(404, 7404, `The database ${uuid} could not be found`)
    return database
  }
  const shown = ({ uuid, name }: { uuid: string; name: string }) => ({
    ...{ uuid, name, version: 'production', created_at: '2026-11-01T00:00:00Z' },
    ...{ file_size: 4096, num_tables: 1 },
  })
  return [
    [
      'GET',
      /^d1\/database$/,
      ({ query }) => {
        const name = query.get('name')
        return account.databases.filter((one) => !name || one.name === name).map(shown)
      },
    ],
    [
      'POST',
      /^d1\/database$/,
      ({ json }) => {
        const name = String(json.name)
        if (account.databases.some((one) => one.name === name))
          throw new Refusal(400, 7502, `A database with the name ${name} already exists`)
        const database = { uuid: newId(), name, sqlite: new DatabaseSync(':memory:') }
        account.databases.push(database)
        return shown(database)
      },
    ],
    ['GET', /^d1\/database\/([^/]+)$/, ({ parts: [id = ''] }) => shown(find(id))],
    [
      'POST',
      /^d1\/database\/([^/]+)\/query$/,
      ({ parts: [id = ''], json }) => query(find(id).sqlite, String(json.sql)),
    ],
    [
      'POST',
      /^d1\/database\/([^/]+)\/import$/,
      ({ parts: [id = ''], json }) => {
        const { sqlite } = find(id)
        if (json.action === 'init')
          return { upload_url: `${base()}/upload/${json.etag}`, filename: `${json.etag}.sql` }
        execute(sqlite, uploads.get(String(json.etag))?.toString() ?? '')
        return {
          ...{ success: true, type: 'import', status: 'complete', messages: [] },
          result: { num_queries: 1, final_bookmark: '0', meta: META },
        }
      },
    ],
  ]
}

const META = { duration: 1, rows_read: 0, rows_written: 0, size_after: 4096, changes: 0 }

/** Bytes. */
const LONGEST = 100_000

/** One by one, none longer than the provider takes. */
function taken(sql: string): string[] {
  const statements = split(sql)
  if (statements.some((one) => Buffer.byteLength(one) > LONGEST))
    throw new Refusal(400, 7500, 'statement too long: SQLITE_TOOBIG')
  return statements
}

function query(sqlite: DatabaseSync, sql: string) {
  const statements = taken(sql)
  return inTransaction(sqlite, () =>
    statements.map((statement) => ({
      results: sqlite.prepare(statement).all(),
      success: true,
      meta: META,
    })),
  )
}

function execute(sqlite: DatabaseSync, sql: string) {
  const statements = taken(sql)
  inTransaction(sqlite, () => {
    for (const statement of statements) sqlite.exec(statement)
  })
}

/** All or nothing, as D1 does it, and refused in its words. */
function inTransaction<T>(sqlite: DatabaseSync, work: () => T): T {
  sqlite.exec('begin')
  try {
    const result = work()
    sqlite.exec('commit')
    return result
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('rollback')
    throw new Refusal(400, 7500, `${error instanceof Error ? error.message : error}`)
  }
}

/** An apostrophe in a comment opens no words, and dashes in words no comment. */
const WORDS_AND_COMMENTS = /'(?:[^']|'')*'|--[^\n]*/g

/** Statements one by one; a trigger's body holds semicolons of its own, and so may words. */
function split(sql: string): string[] {
  const statements: string[] = []
  let rest = ''
  for (const piece of sql.split(/(?<=;)/)) {
    rest += piece
    const bare = rest.replace(WORDS_AND_COMMENTS, (one) => (one.startsWith('-') ? '--' : "''"))
    // in the midst of words, or of a comment
    if ((bare.match(/'/g)?.length ?? 0) % 2 === 1 || bare.endsWith('--')) continue
    if (/create\s+trigger/i.test(bare) && !/end\s*;\s*$/i.test(bare)) continue
    if (bare.replace(/;|--/g, '').trim()) statements.push(rest.trim())
    rest = ''
  }
  if (rest.replace(/--[^\n]*/g, '').trim()) statements.push(rest.trim())
  return statements
}
