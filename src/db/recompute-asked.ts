import { sql } from 'drizzle-orm'
import type { PlaceCursor } from './clock-sweeps.ts'
import type { Database } from './database.ts'
import { progressOf } from './progress.ts'
import { raw } from './raw.ts'

/** How far open reports are reckoned anew, kept with the settings. */
export interface RecomputeAsked {
  /** Tells one request from the next. */
  asked: string
  after?: PlaceCursor | undefined
  looked: number
  moved: number
}

const KEY = 'job:recompute'
const OVER = 'job:recomputed'

function asking(where: string): string {
  return `insert into setting (key, value)
select '${KEY}', json_object('asked', lower(hex(randomblob(8))), 'looked', 0, 'moved', 0)
where ${where} on conflict (key) do update set value = excluded.value`
}

export const ASK_RECOMPUTE = `${asking('true')};`

/** Call after the calendar changed. */
export async function askRecompute(db: Database): Promise<void> {
  await db.run(sql.raw(asking('true')))
}

/** In the batch that changes the calendar, where the city still is as it was read. */
export function askingFrom(version: number): string {
  return asking(`(select version from city_snapshot) = ${version}`)
}

export async function recomputeAsked(db: Database): Promise<RecomputeAsked | null> {
  const asked = await progressOf<Partial<RecomputeAsked>>(db, 'recompute')
  return asked && { asked: '', looked: 0, moved: 0, ...asked }
}

/** False where it was asked anew meanwhile. */
export async function keepRecompute(
  db: Database,
  reached: RecomputeAsked,
  over: boolean,
): Promise<boolean> {
  const value = JSON.stringify(reached)
  const mine = sql`key = ${KEY} and coalesce(json_extract(value, '$.asked'), '') = ${reached.asked}`
  if (!over)
    return (
      (await raw(db, sql`update setting set value = ${value} where ${mine} returning 1 as one`))
        .length > 0
    )
  const [, gone] = await db.batch([
    raw(
      db,
      sql`insert into setting (key, value) select ${OVER}, ${value} where exists (select 1 from setting where ${mine}) on conflict (key) do update set value = excluded.value`,
    ),
    raw<{ one: number }>(db, sql`delete from setting where ${mine} returning 1 as one`),
  ])
  return gone.length > 0
}

/** What the last one did, once it is over. */
export function lastRecompute(
  db: Database,
): Promise<Pick<RecomputeAsked, 'asked' | 'looked' | 'moved'> | null> {
  return progressOf(db, 'recomputed')
}
