import { allBetween, digestOf, firstEventAt, keepDigest, lastDigest } from '../db/digests.ts'
import { tell } from '../db/outbox.ts'
import { addDays, dateOf, type Instant, type IsoDate, instantAt } from '../domain/time/time.ts'
import { DAY_GENESIS, type DayDigest, dayDigest, dayLeaves } from '../seal/merkle.ts'
import { type Anchored, anchoredIn } from './anchor-events.ts'
import { alarm } from './history-alarm.ts'
import { type Job, type JobWorld, openingFor } from './world.ts'

const MOST_DAYS = 60

/** A Merkle root over the last event of every complaint that changed, chained to the day before. */
export const digestDays: Job = async (w) => {
  let days = 0
  let day = await nextDay(w)
  while (day !== null && day < w.today && days < Math.min(MOST_DAYS, w.steps * 3)) {
    await digestDay(w, day)
    days += 1
    day = addDays(day, 1)
  }
  return { days }
}

async function nextDay(w: JobWorld): Promise<IsoDate | null> {
  const last = await lastDigest(w.db)
  // the last one is done again: its copy or its letter may be what a killed run left out
  if (last) return last.day
  const first = await firstEventAt(w.db)
  return first === null ? null : dateOf(first, w.calendar.offset)
}

async function digestDay(w: JobWorld, day: IsoDate): Promise<void> {
  const known = await digestOf(w.db, day)
  const previous = known?.previous ?? (await digestOf(w.db, addDays(day, -1)))?.hash ?? DAY_GENESIS
  const span = spanOf(w, day)
  const events = await allBetween(w.db, span)
  for (const { number, seq } of missing(await anchoredIn(w, span), events))
    await alarm(w, 'an anchored event is gone', { complaint: number, day, seq })
  const leaves = dayLeaves(events)
  const digest = await dayDigest({ day, leaves, previous })
  if (!known) await keepDigest(w.db, { day, previous, ...digest })
  if (known && known.hash !== digest.hash) {
    await alarm(w, 'a sealed day no longer gives its seal', { complaint: null, day, seq: null })
    return
  }
  const name = `digests/${day}.json`
  const outside = await w.env.BACKUPS.get(name)
  if (outside && (await outside.json<DayDigest>()).hash !== digest.hash) {
    await alarm(w, 'a day has another seal outside', { complaint: null, day, seq: null })
    return
  }
  if (!outside) await w.env.BACKUPS.put(name, JSON.stringify({ day, previous, ...digest, leaves }))
  await mailOut(w, day)
}

function spanOf(w: JobWorld, day: IsoDate): [Instant, Instant] {
  const { offset } = w.calendar
  return [instantAt(day, 0, offset), instantAt(addDays(day, 1), 0, offset)]
}

/** What left the database while the day was not over must still be in it. */
function missing(anchored: readonly Anchored[], events: readonly { hash: string }[]) {
  const known = new Set(events.map(({ hash }) => hash))
  return anchored.filter(({ hash }) => !known.has(hash))
}

async function mailOut(w: JobWorld, day: IsoDate): Promise<void> {
  if (!w.s.city.settings.digestAddress) return
  const queued = await tell(w.db, [
    {
      dedupe: `day_digest|${day}`,
      complaintId: null,
      recipient: 'outside',
      agencyId: null,
      template: 'day_digest',
      notBefore: openingFor(w, 'reporter'),
    },
  ])
  await w.enqueue(queued)
}
