import { lt, sql } from 'drizzle-orm'
import { toBase64url } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import { keyedDigest } from '../seal/keyed.ts'
import type { Database } from './database.ts'
import { counter } from './schema/city.ts'

export interface Limit {
  max: number
  seconds: number
}

export type Counted = readonly [purpose: string, what: string]

/** Counts before the outcome is known: a hundred at once count. Returns seconds to wait or null. */
export async function countAttempt(
  { db, secret, now }: { db: Database; secret: string; now: Instant },
  counted: Counted,
  limits: readonly [Limit, ...Limit[]],
): Promise<number | null> {
  const second = Math.floor(now / 1000)
  const attempts = await Promise.all(
    limits.map(async ({ max, seconds }) => {
      const window = second - (second % seconds)
      const key = await digestOf(secret, counted, seconds)
      const statement = db
        .insert(counter)
        .values({ key, window, count: 1 })
        .onConflictDoUpdate({
          target: [counter.key, counter.window],
          set: { count: sql`${counter.count} + 1` },
          setWhere: lt(counter.count, max),
        })
        .returning({ count: counter.count })
      return { statement, left: window + seconds - second }
    }),
  )
  const [first, ...rest] = attempts.map(({ statement }) => statement)
  if (!first) return null
  const results = await db.batch([first, ...rest])
  const waits = attempts.flatMap(({ left }, i) => (results[i]?.length === 0 ? [left] : []))
  return waits.length > 0 ? Math.max(...waits) : null
}

async function digestOf(secret: string, counted: Counted, seconds: number): Promise<string> {
  return toBase64url(
    (await keyedDigest(secret, 'counter v1', [...counted, seconds])).subarray(0, 16),
  )
}
