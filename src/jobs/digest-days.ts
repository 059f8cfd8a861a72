import { digestOf, eventsBetween, firstEventAt, keepDigest, lastDigest } from '../db/digests.ts'
import { tell } from '../db/outbox.ts'
import { addDays, dateOf, type Instant, type IsoDate, instantAt } from '../domain/time/time.ts'
import { DAY_GENESIS, dayDigest, dayLeaves } from '../seal/merkle.ts'
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
  const leaves = dayLeaves(await eventsOf(w, day))
  const digest = await dayDigest({ day, leaves, previous })
  if (!known) await keepDigest(w.db, { day, previous, ...digest })
  if (known && known.hash !== digest.hash) {
    console.error({ alert: 'a sealed day no longer gives its seal', day })
    return
  }
  const name = `digests/${day}.json`
  if (!(await w.env.BACKUPS.head(name))) {
    await w.env.BACKUPS.put(name, JSON.stringify({ day, previous, ...digest, leaves }))
  }
  await mailOut(w, day)
}

async function eventsOf(w: JobWorld, day: IsoDate) {
  const { offset } = w.calendar
  const span: [Instant, Instant] = [
    instantAt(day, 0, offset),
    instantAt(addDays(day, 1), 0, offset),
  ]
  const events: Awaited<ReturnType<typeof eventsBetween>> = []
  for (let page = await eventsBetween(w.db, span); page.length > 0; ) {
    events.push(...page)
    page = await eventsBetween(w.db, span, page.at(-1))
  }
  return events
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
