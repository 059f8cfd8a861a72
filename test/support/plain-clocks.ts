import { after, counted, type Decree, lastWork, nextWork, wallDay } from './plain-days.ts'

/** A clock as one would keep it on paper: when it began, when it was stopped, when it was over. */
export interface Paper {
  kind: string
  round: number
  agency: number | null
  days: number
  /** Of the calendar, not of work. */
  byCalendar: boolean
  began: number
  /** Counted in hours, day and night: from when, how many. */
  hours: number | null
  beganAt: number
  /** First and last day, and the agency that stopped it by a question. */
  stops: { from: number; to: number | null; by: number | null; at: number; until: number }[]
  over: 'ended' | 'void' | null
  endDay: number | null
  endAt: number
  late: boolean
  /** As they were when it was over. */
  start: number
  due: number
  dueAt: number | null
}

const BY_AGENCY = ['explain', 'follow_up', 'settle', 'promise', 'target']
const STOPPABLE = ['verify', ...BY_AGENCY]
const FROM_ITS_DAY = ['decide', 'completion', 'promise']

/** Agencies without a day off. */
export type EveryDay = readonly number[]

const isEveryDay = (k: Paper, units: EveryDay): boolean =>
  BY_AGENCY.includes(k.kind) && k.agency !== null && units.includes(k.agency)

/** Each day on which it stood, once. */
const stoodOn = (
  k: Paper,
  until: number,
  start: number,
  d: Decree,
  every: boolean,
): Set<number> => {
  const days = new Set<number>()
  let free = start
  for (const { from, to } of k.stops) {
    if (to === null) break
    if (to === from) continue
    const last = nextWork(to, d, every)
    for (let day = Math.max(from, free) + 1; day <= last; day++)
      if (from <= until && works2(day, d, every)) days.add(day)
    free = Math.max(free, from, last)
  }
  return days
}

const works2 = (day: number, d: Decree, every: boolean): boolean =>
  counted(day - 1, day, d, every) === 1

export const stoodStill = (k: Paper, d: Decree, units: EveryDay): number => {
  const every = isEveryDay(k, units)
  return stoodOn(k, Number.POSITIVE_INFINITY, startOf(k, d, units), d, every).size
}

const HOUR = 3_600_000

/** By the minute; what began after it had run out gives nothing back. */
export const dueAtOf = (k: Paper): number | null => {
  if (k.hours === null) return null
  let due = k.beganAt + k.hours * HOUR
  for (const { to, at, until } of k.stops) if (to !== null && at <= due) due += until - at
  return due
}

export const startOf = (k: Paper, d: Decree, units: EveryDay): number =>
  k.hours !== null
    ? wallDay(k.beganAt, d)
    : FROM_ITS_DAY.includes(k.kind)
      ? k.began
      : nextWork(k.began, d, isEveryDay(k, units))

/** Walks on from the start: a day counts unless it is off or the clock stood. */
export const dueOf = (k: Paper, d: Decree, units: EveryDay): number => {
  const start = startOf(k, d, units)
  const dueAt = dueAtOf(k)
  if (dueAt !== null) return wallDay(dueAt, d)
  if (k.kind === 'decide') return lastWork(start + k.days, d)
  if (k.byCalendar && k.kind !== 'promise') return start + k.days
  const every = isEveryDay(k, units)
  // a stop that began after the date gives nothing: so take them one after another
  const on = (stood: number) => {
    // a date that was given stays as it is, off or not, and is moved from itself on
    if (k.kind === 'promise')
      return stood > 0 ? after(start + k.days, stood, d, every) : start + k.days
    return after(start, k.days + stood, d, every)
  }
  let due = on(0)
  for (let n = 1; n <= k.stops.length; n++) {
    const stop = k.stops[n - 1]
    if (!stop || stop.to === null || stop.from > due) continue
    const soFar = { ...k, stops: k.stops.slice(0, n) }
    const given = [...stoodOn(soFar, due, start, d, every)]
    due = on(given.length)
  }
  return due
}

export const standsOf = (k: Paper) => k.stops.find(({ to }) => to === null) ?? null

export const isLateOn = (k: Paper, day: number, d: Decree, units: EveryDay): boolean =>
  (standsOf(k)?.from ?? day) > dueOf(k, d, units)

export const isLateAt = (k: Paper, at: number, d: Decree, units: EveryDay): boolean => {
  const due = dueAtOf(k)
  if (due === null) return isLateOn(k, wallDay(at, d), d, units)
  return (standsOf(k)?.at ?? at) > due
}

export const stop = (k: Paper, from: number, by: number | null, at: number): void => {
  if (STOPPABLE.includes(k.kind) && standsOf(k) === null)
    k.stops.push({ from, to: null, by, at, until: at })
}

export const goOn = (k: Paper, day: number, open: number, at: number): void => {
  const stands = standsOf(k)
  if (!stands) return
  stands.until = at
  if (k.kind === 'target') stands.to = stands.from === day ? day : open
  else if (stands.from === day) k.stops.pop()
  else stands.to = open
}

export const finish = (
  k: Paper,
  over: 'ended' | 'void',
  at: number,
  d: Decree,
  units: EveryDay,
): void => {
  const day = wallDay(at, d)
  k.start = startOf(k, d, units)
  k.due = dueOf(k, d, units)
  k.dueAt = dueAtOf(k)
  k.late = isLateAt(k, at, d, units)
  goOn(k, day, day, at)
  k.over = over
  k.endDay = day
  k.endAt = at
}

/** From the paper on which it lay void. */
export const takeUp = (k: Paper, day: number, open: number, at: number): void => {
  if (k.over !== 'void' || k.endDay === null) return
  const [from, to] = [k.endDay, k.endDay === day ? day : open]
  if (STOPPABLE.includes(k.kind) && (k.kind === 'target' || from !== to))
    k.stops.push({ from, to, by: null, at: k.endAt, until: at })
  k.over = null
  k.endDay = null
  k.late = false
}
