import type { Clock } from '../domain/time/clocks.ts'
import type { Due } from '../domain/time/due.ts'
import { addDays, daysBetween, type IsoDate, yearOf } from '../domain/time/time.ts'
import { calendarDays, longDate, shortDate, workingDays } from './format.ts'

/** How it stands: its colour goes with the sign and the words, never alone. */
type DueTone = 'calm' | 'soon' | 'late' | 'wait' | 'none'

export interface DueWords {
  tone: DueTone
  sign: string
  /** 'Tenggat Jumat, 11 Desember 2026' */
  main: string
  /** 'Sisa 9 hari kerja' */
  detail: string
  /** 'lewat 3 hari kerja': for a row of a list. */
  brief: string
}

function inUnit(clock: Pick<Clock, 'unit'>, n: number): string {
  return clock.unit === 'working_day' ? workingDays(n) : calendarDays(n)
}

function provisionalNote(day: IsoDate): string {
  return `perkiraan, menunggu kalender resmi ${yearOf(day)}`
}

/**
 * Every phrasing of a due date. `left`: whole days in the clock's unit until due, negative when
 * late (domain/due.ts daysLeft); null where none runs. `reporter`: how the reader calls whom a
 * clock that stands still waits for.
 */
export function dueWords(
  due: Due,
  left: number | null,
  today: IsoDate,
  reporter: 'pelapor' | 'Anda' = 'pelapor',
): DueWords {
  if (due.kind === 'none') return { tone: 'none', sign: '', main: '', detail: '', brief: '' }
  if (due.kind === 'paused') return paused(due, reporter)
  const date = longDate(due.day)
  const main = due.provisional ? `Tenggat ${date} (${provisionalNote(due.day)})` : `Tenggat ${date}`
  if (today > due.day) return late(due, main, left, today)
  if (today === due.day)
    return {
      tone: 'soon',
      sign: '',
      main: `Tenggat hari ini, ${date}`,
      detail: '',
      brief: 'hari ini',
    }
  const days = left ?? daysBetween(today, due.day)
  return {
    tone: days <= 2 ? 'soon' : 'calm',
    sign: '',
    main,
    detail: days === 0 ? '' : `Sisa ${inUnit(due.clock, days)}`,
    brief: briefly(due, days, today),
  }
}

function briefly({ clock, day }: Due & { kind: 'due' }, days: number, today: IsoDate): string {
  if (day === addDays(today, 1)) return 'besok'
  return days === 0 ? shortDate(day) : inUnit(clock, days)
}

function paused(due: Due & { kind: 'paused' }, reporter: string): DueWords {
  return {
    tone: 'wait',
    sign: '||',
    main: `Jam berhenti sejak ${shortDate(due.since)}, menunggu jawaban ${reporter}`,
    detail:
      due.left < 0
        ? `Sudah lewat ${inUnit(due.clock, -due.left)}`
        : `Sisa ${inUnit(due.clock, due.left)}`,
    brief: 'menunggu pelapor',
  }
}

function late(
  due: Due & { kind: 'due' },
  main: string,
  left: number | null,
  today: IsoDate,
): DueWords {
  const over = -(left ?? -daysBetween(due.day, today))
  // past its day, with no working day between: a weekend
  const by = over > 0 ? `lewat ${inUnit(due.clock, over)}` : 'sudah lewat'
  return {
    tone: 'late',
    sign: '!',
    main,
    detail: by,
    brief: by,
  }
}
