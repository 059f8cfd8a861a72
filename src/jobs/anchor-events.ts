import { allBetween } from '../db/digests.ts'
import { dateOf, HOUR, type Instant, type IsoDate, instantAt, MINUTE } from '../domain/time/time.ts'
import type { DayLeaf } from '../seal/merkle.ts'
import type { Job, JobWorld } from './world.ts'

export interface Anchored extends DayLeaf {
  at: Instant
}

/** One per day, beside the backups: leaves are only ever added to it. */
interface Anchor {
  day: IsoDate
  until: Instant
  leaves: Anchored[]
}

/** A command is dated before its batch is in. */
const OVERLAP = 10 * MINUTE

/**
 * Takes the last minutes' events out of the database, so that a report that is dropped before the
 * first digest of its day is missed, too.
 */
export const anchorEvents: Job = async (w) => {
  const known = await anchorOf(w, w.today)
  const midnight = instantAt(w.today, 0, w.calendar.offset)
  const from = known ? known.until - OVERLAP : midnight - HOUR
  const hashes = new Set(known?.leaves.map(({ hash }) => hash))
  const events = await allBetween(w.db, [from, w.s.now + 1])
  const added = events
    .filter(({ hash }) => !hashes.has(hash))
    .map(({ complaint: number, seq, hash, at }): Anchored => ({ number, seq, hash, at }))
  if (added.length === 0) return { anchored: 0 }
  const leaves = [...(known?.leaves ?? []), ...added]
  const anchor: Anchor = { day: w.today, until: w.s.now, leaves }
  await w.env.BACKUPS.put(nameOf(w.today), JSON.stringify(anchor))
  return { anchored: added.length }
}

/** Those dated in [from, until), whichever day's anchor holds them. */
export async function anchoredIn(
  w: JobWorld,
  [from, until]: readonly [Instant, Instant],
): Promise<Anchored[]> {
  const days = [dateOf(from, w.calendar.offset), dateOf(until, w.calendar.offset)]
  const anchors = await Promise.all(days.map((day) => anchorOf(w, day)))
  return anchors
    .flatMap((anchor) => anchor?.leaves ?? [])
    .filter(({ at }) => at >= from && at < until)
}

async function anchorOf({ env }: JobWorld, day: IsoDate): Promise<Anchor | null> {
  return (await (await env.BACKUPS.get(nameOf(day)))?.json<Anchor>()) ?? null
}

function nameOf(day: IsoDate): string {
  return `anchors/${day}.json`
}
