import { type SQL, sql } from 'drizzle-orm'
import { toBase64url } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import { keyedDigest } from '../seal/keyed.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'
import { type Asked, asked } from './trip.ts'

export interface Limit {
  max: number
  seconds: number
}

export type Counted = readonly [purpose: string, what: string]

/** What is counted, and how much of it is too much. */
export interface Counting {
  what: Counted
  limits: readonly [Limit, ...Limit[]]
}

/** Of one limit: how many there were in the window before this one, and in this one so far. */
interface Slid extends Limit {
  key: string
  window: number
  /** Seconds of this window that have passed. */
  passed: number
}

/**
 * Counts before the outcome is known: a hundred at once count. Returns seconds to wait or null. The
 * window slides: of the one before counts the share that still lies within, so that nobody gets twice
 * the limit around a full hour. What was refused is not counted.
 */
export async function countAttempt(
  { db, secret, now }: { db: Database; secret: string; now: Instant },
  what: Counted,
  limits: readonly [Limit, ...Limit[]],
  weight = 1,
): Promise<number | null> {
  const slid = await slidTo(now, secret, what, limits)
  const counted = await db.all(counting(slid, { weight }))
  return counted.length > 0 ? null : waitFor(db, slid, weight)
}

/**
 * The same on the way of other questions, of one snapshot, without the seconds to wait. Where `unless`
 * holds nothing is counted.
 */
export async function askIfTooMany(
  { db, secret, now }: { db: Database; secret: string; now: Instant },
  { what, limits }: Counting,
  unless: SQL,
): Promise<Asked<{ isCounted: boolean }>> {
  const slid = await slidTo(now, secret, what, limits)
  return asked([raw<{ key: string }>(db, counting(slid, { unless }))], ([rows]) => ({
    isCounted: rows.length > 0,
  }))
}

function slidTo(
  now: Instant,
  secret: string,
  what: Counted,
  limits: readonly [Limit, ...Limit[]],
): Promise<Slid[]> {
  const second = Math.floor(now / 1000)
  return Promise.all(
    limits.map(async (limit): Promise<Slid> => {
      const passed = second % limit.seconds
      const key = await digestOf(secret, what, limit.seconds)
      return { ...limit, key, passed, window: second - passed }
    }),
  )
}

/** Shares of a window are not exact. */
const TINY = 1e-6

/** One statement, so that what comes at once counts one after the other, and in all limits or none. */
function counting(
  slid: readonly Slid[],
  { weight = 1, unless = sql`false` }: { weight?: number; unless?: SQL },
): SQL {
  const keys = slid.map(({ key, window }) => sql`select ${key} as key, ${window} as "window"`)
  const room = slid.map(
    ({ key, window, seconds, passed, max }) =>
      sql`${countIn(key, window)} + ${countIn(key, window - seconds)} * ${1 - passed / seconds} + ${weight} <= ${max + TINY}`,
  )
  return sql`insert into counter (key, "window", count)
    select v.key, v."window", ${weight} from (${sql.join(keys, sql` union all `)}) v
      where ${sql.join(room, sql` and `)} and not (${unless})
    on conflict (key, "window") do update set count = count + excluded.count
    returning key`
}

function countIn(key: string, window: number): SQL {
  return sql`coalesce((select n.count from counter n where n.key = ${key} and n."window" = ${window}), 0)`
}

/** Until what has slid out of each window leaves room for it. */
async function waitFor(db: Database, slid: readonly Slid[], weight: number): Promise<number> {
  const pairs = slid.flatMap(({ key, window, seconds }) => [
    sql`(${key}, ${window})`,
    sql`(${key}, ${window - seconds})`,
  ])
  const rows = await db.all<{ key: string; window: number; count: number }>(
    sql`select key, "window", count from counter where (key, "window") in (values ${sql.join(pairs, sql`, `)})`,
  )
  const waits = slid.map(({ key, window, seconds, passed, max }) => {
    const at = (start: number) =>
      rows.find((row) => row.key === key && row.window === start)?.count ?? 0
    const [before, here] = [at(window - seconds), at(window)]
    if (here + before * (1 - passed / seconds) + weight <= max) return 0
    return here + weight <= max
      ? seconds * (1 - (max - weight - here) / before) - passed
      : seconds - passed + seconds * (1 - (max - weight) / here)
  })
  return Math.max(1, Math.ceil(Math.max(...waits) - TINY))
}

async function digestOf(secret: string, counted: Counted, seconds: number): Promise<string> {
  return toBase64url(
    (await keyedDigest(secret, 'counter v1', [...counted, seconds])).subarray(0, 16),
  )
}
