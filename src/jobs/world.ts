import { loadCity } from '../db/city.ts'
import { type Database, database } from '../db/database.ts'
import type { Queued } from '../db/ledger/commit.ts'
import type { Surroundings } from '../db/run-command.ts'
import { calendarOf } from '../domain/city/city.ts'
import { type Calendar, isWorkingDay } from '../domain/time/calendar.ts'
import { nextOpening } from '../domain/time/quiet-hours.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { enqueue } from '../letters/enqueue.ts'
import { randomBytes } from '../random.ts'

/** Everything follows from `s.now`, never from when cron came. */
export interface JobWorld {
  env: Env
  db: Database
  s: Surroundings
  calendar: Calendar
  today: IsoDate
  /** Complaints a step, and steps a run; what is left waits for the next run. */
  stepSize: number
  steps: number
  enqueue: (queued: readonly Queued[]) => Promise<void>
  changed: Set<string>
}

/** In counts only: they go to the log. */
export type Counts = Record<string, number>

export type Job = (w: JobWorld) => Promise<Counts>

export async function jobWorld(
  env: Env,
  now: Instant,
  limits: Partial<Pick<JobWorld, 'stepSize' | 'steps' | 'enqueue'>> = {},
): Promise<JobWorld> {
  const db = database(env.DB)
  const city = await loadCity(db)
  const calendar = calendarOf(city)
  const changed = new Set<string>()
  return {
    env,
    db,
    s: {
      ...{ db, city, now, random: randomBytes, actor: { kind: 'timer' } },
      changed: (reference) => changed.add(reference),
    },
    changed,
    calendar,
    today: dateOf(now, calendar.offset),
    stepSize: 50,
    steps: 20,
    enqueue: (queued) => enqueue(env, queued, now),
    ...limits,
  }
}

export function openingFor(w: JobWorld, to: 'reporter' | 'staff'): Instant {
  return nextOpening(w.s.now, to, w.calendar)
}

export function isWorkingToday(w: JobWorld): boolean {
  return isWorkingDay(w.today, w.calendar)
}
