/** What one request asked of the database. */
export interface Tally {
  trips: number
  read: number
  written: number
  /** Rows read and written by each statement in turn. */
  each: [number, number][]
}

type Asked = D1Database | D1DatabaseSession

/** A database that behaves as it is and counts trips and rows into `tally`; sessions too. */
export function measured<D extends Asked>(db: D, tally: Tally): D {
  const inner = new WeakMap<object, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const all = async () => count(await statement.all(), tally)
    const facade = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values), sql),
      all,
      run: all,
      first: async (column?: string) => {
        const row = (await all()).results[0] as Record<string, unknown> | undefined
        return column === undefined ? (row ?? null) : (row?.[column] ?? null)
      },
      raw: async () => {
        const answer = await all()
        // raw() tells no numbers, and rows as objects lose columns of one name: ask once more
        if (/^\s*(select|with)\b/i.test(sql)) return statement.raw()
        return answer.results.map((row) => Object.values(row as object))
      },
    } as unknown as D1PreparedStatement
    inner.set(facade, statement)
    return facade
  }
  const batch = async (statements: D1PreparedStatement[]) => {
    const answers = await db.batch(statements.map((one) => inner.get(one) ?? one))
    tally.trips++
    for (const answer of answers) add(answer, tally)
    return answers
  }
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql), sql)
      if (name === 'batch') return batch
      if (name === 'withSession')
        return (from?: string) => measured((target as D1Database).withSession(from), tally)
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function count<A extends D1Result>(answer: A, tally: Tally): A {
  tally.trips++
  add(answer, tally)
  return answer
}

function add({ meta }: D1Result, tally: Tally) {
  tally.read += meta.rows_read
  tally.written += meta.rows_written
  tally.each.push([meta.rows_read, meta.rows_written])
}
