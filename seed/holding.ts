/** A D1 that can keep batches back and send them along with the next one, in the same order. */
export interface HoldingD1 {
  d1: D1Database
  /** Runs what only writes, so that its batches need not be sent yet. Their results are empty. */
  hold: <T>(run: () => Promise<T>) => Promise<T>
  /** Sends what is kept back. */
  flush: () => Promise<void>
}

/** Statements after which nothing more is kept back. */
const FULL = 150

/**
 * A commit costs a transaction of its own. The seed plays thousands, one after another, with
 * nobody else in the database: seven or so share one, which halves the time of a first start.
 */
export function holdingD1(real: D1Database): HoldingD1 {
  let kept: D1PreparedStatement[] = []
  let holding = false

  const send = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const before = kept
    kept = []
    const results = await real.batch<T>([...before, ...statements])
    return results.slice(before.length)
  }
  const flush = async (): Promise<void> => {
    if (kept.length > 0) await send([])
  }
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    if (!holding) return send<T>(statements)
    kept.push(...statements)
    if (kept.length >= FULL) await flush()
    return statements.map(() => ({ success: true, results: [] }) as unknown as D1Result<T>)
  }
  const hold = async <T>(run: () => Promise<T>): Promise<T> => {
    holding = true
    try {
      return await run()
    } finally {
      holding = false
    }
  }
  const d1 = { prepare: (query: string) => real.prepare(query), batch } as unknown as D1Database
  return { d1, hold, flush }
}
