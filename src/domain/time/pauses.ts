import { type Calendar, workingDayOnOrAfter } from './calendar.ts'
import { type Instant, type IsoDate, later } from './time.ts'

/** A question of whom, or what kept the case away. */
export type PauseCause = 'verifier' | 'agency' | 'archive' | 'cluster'

/** An interval that is kept: the days in it follow from the calendar, whatever is decreed later. */
export interface Pause {
  /** Counts as used. */
  from: IsoDate
  /** The earliest day that the clock can go on; null: it stands still. */
  to: IsoDate | null
  cause: PauseCause
  /** Whose question it was. */
  agencyId: number | null
  /** To the minute, of a clock that may be counted in hours. */
  fromAt?: Instant
  toAt?: Instant
}

/** In (began, wentOn] it stood still; neighbours never count a day twice. */
interface Stand {
  from: IsoDate
  began: IsoDate
  wentOn: IsoDate
}

export function isOpen({ to }: Pause): boolean {
  return to === null
}

/** Those that are over, as they counted in a week. */
export function stands(pauses: readonly Pause[], start: IsoDate, week: Calendar): Stand[] {
  let last = start
  return pauses.flatMap(({ from, to }): Stand[] => {
    if (to === null || to === from) return []
    const began = later(from, last)
    const day = workingDayOnOrAfter(to, week)
    last = later(day, began)
    return [{ from, began, wentOn: last }]
  })
}

/** Begun on that same day, it never was one, unless minutes count. */
export function closed(pauses: readonly Pause[], day: IsoDate, at: Instant): Pause[] {
  return pauses.flatMap((pause) => {
    if (pause.to !== null) return pause
    if (pause.fromAt !== undefined) return { ...pause, to: day, toAt: at }
    return pause.from === day ? [] : { ...pause, to: day }
  })
}

/** Times that an agency stopped it by a question. */
export function stopsOf(pauses: readonly Pause[], agencyId: number | null): number {
  return pauses.filter((p) => p.cause === 'agency' && p.agencyId === agencyId).length
}
