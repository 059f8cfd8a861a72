import type { Clock } from '../domain/time/clocks.ts'
import type { DueDate } from '../domain/time/due.ts'
import { addDays, daysBetween, type IsoDate, yearOf } from '../domain/time/time.ts'
import type { Formats } from './format.ts'
import type { Texts } from './texts.ts'

/** How it stands: its colour goes with the sign and the words, never alone. */
type DueTone = 'calm' | 'soon' | 'late' | 'wait' | 'none'

export interface DueWords {
  tone: DueTone
  sign: string
  /** 'Tenggat Jumat, 11 Desember 2026' */
  main: string
  /** 'Sisa 9 hari kerja' */
  detail: string
  /** 'lewat sejak 10 Desember': for a row of a list. */
  brief: string
}

type Telling = Formats & Pick<Texts, 'due'>

/**
 * Every phrasing of a due date. `left`: whole days in the clock's unit until due, negative when
 * late (domain/time/due.ts daysLeft); null where none runs. `reporter`: who reads it.
 */
export function dueWords(
  t: Telling,
  due: DueDate,
  left: number | null,
  today: IsoDate,
  reporter: 'you' | 'other' = 'other',
): DueWords {
  if (due.kind === 'none') return { tone: 'none', sign: '', main: '', detail: '', brief: '' }
  if (due.kind === 'paused') return paused(t, due, left ?? 0, today, t.due.reporters[reporter])
  const date = t.longDate(due.day)
  const main = due.provisional ? t.due.provisional(date, yearOf(due.day)) : t.due.by(date)
  if (today > due.day) return late(t, due, main, left, today)
  if (today === due.day)
    return { tone: 'soon', sign: '', main: t.due.today(date), detail: '', brief: t.due.todayBrief }
  const days = left ?? daysBetween(today, due.day)
  return {
    tone: days <= 2 ? 'soon' : 'calm',
    sign: '',
    main,
    detail: days === 0 ? '' : t.due.left(inUnit(t, due.clock, days)),
    brief: due.day === addDays(today, 1) ? t.due.tomorrowBrief : onDay(t, due.day, today),
  }
}

function inUnit(t: Telling, clock: Pick<Clock, 'unit'>, n: number): string {
  return clock.unit === 'working_day' ? t.workingDays(n) : t.calendarDays(n)
}

/** A list knows the day and not the unit that its clock counts in, so it counts none. */
function onDay(t: Formats, day: IsoDate, today: IsoDate): string {
  return yearOf(day) === yearOf(today) ? t.shortDate(day) : t.mediumDate(day)
}

type Standing = DueDate & { kind: 'paused' }

/** The sixty days run on, and are the date. */
function paused(
  t: Telling,
  due: Standing,
  left: number,
  today: IsoDate,
  reporter: string,
): DueWords {
  const over = due.day !== null && today > due.day
  const days = inUnit(t, due.clock, Math.abs(left))
  const whose = t.due.stands[due.clock.holder === 'verifier' ? 'verifier' : 'agency']
  return {
    tone: over ? 'late' : 'wait',
    sign: over ? '!' : '||',
    main: t.due.standsStill(whose, t.shortDate(due.since), reporter),
    detail: [left < 0 ? t.due.lateBefore(days) : t.due.left(days), lastDay(t, due, over)]
      .filter(Boolean)
      .join('. '),
    brief: over ? t.due.lastOverBrief : t.due.waitsBrief,
  }
}

function lastDay(t: Telling, { day, provisional }: Standing, over: boolean): string {
  if (day === null) return ''
  const date = t.mediumDate(day)
  if (over) return t.due.lastOver(date)
  return provisional ? t.due.lastProvisional(date, yearOf(day)) : t.due.last(date)
}

function late(
  t: Telling,
  due: DueDate & { kind: 'due' },
  main: string,
  left: number | null,
  today: IsoDate,
): DueWords {
  const over = -(left ?? -daysBetween(due.day, today))
  const by = over > 0 ? t.due.late(inUnit(t, due.clock, over)) : t.due.justLate
  const brief = t.due.lateSince(onDay(t, due.day, today))
  return { tone: 'late', sign: '!', main, detail: by, brief }
}
