import { dateOf, type Instant, type IsoDate, minuteOfDay } from '../domain/time/time.ts'
import { LANGUAGES, type Language } from './language.ts'

/** Indonesia's three times, by minutes ahead of UTC; none has daylight saving. */
const ZONES: Record<number, string> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }

/** Words that stand in a number, a length of time or a date. */
export interface Units {
  /** Fewer than a thousand bytes. */
  bytes: (n: string) => string
  workingDays: (n: string) => string
  calendarDays: (n: string) => string
  hours: (n: string) => string
  /** Joined here, since what Intl puts between them changes with the edition of its data. */
  weekdayDate: (weekday: string, date: string) => string
}

/** Dates, times, numbers and lists as one language writes them, in one city's own time. */
export type Formats = ReturnType<typeof formatsOf>

/** `offset`: minutes ahead of UTC. */
export function formatsOf(language: Language, offset: number, units: Units) {
  const say = intlOf(language)
  const number = (n: number, decimals = 1) => say.number(decimals).format(n).replace('-', '−')
  const dayOf = (at: Instant): IsoDate => dateOf(at, offset)
  const mediumDate = (day: IsoDate) => say.medium.format(atNoon(day))
  const longDate = (day: IsoDate) =>
    units.weekdayDate(say.weekday.format(atNoon(day)), mediumDate(day))
  const wallTime = (minute: number) => say.time.format(minute * 60_000)
  const clockTime = (at: Instant) => `${wallTime(minuteOfDay(at, offset))} ${zoneName(offset)}`
  return {
    /** The city's day of an instant. */
    dayOf,
    /** '24 November': a day of the year that is clear from what stands around it. */
    shortDate: (day: IsoDate) => say.short.format(atNoon(day)),
    /** '24 November 2026' */
    mediumDate,
    /** 'Selasa, 24 November 2026' */
    longDate,
    /** 'November 2026' from '2026-11'. */
    monthYear: (month: string) => say.month.format(atNoon(`${month}-01`)),
    /** '07.30' from minutes since midnight. */
    wallTime,
    /** '14.30 WIB' */
    clockTime,
    /** 'Selasa, 24 November 2026, 14.30 WIB' */
    longMoment: (at: Instant) => `${longDate(dayOf(at))}, ${clockTime(at)}`,
    /** '24 November 2026, 14.30 WIB' */
    moment: (at: Instant) => `${mediumDate(dayOf(at))}, ${clockTime(at)}`,
    /** 'WIB', 'WITA' or 'WIT'; 'UTC+5.5' for an offset that is none of them. */
    zone: zoneName(offset),
    /** '1.234,5': at most `decimals` places, none that are nought. */
    number,
    /** '2 MB', '350 kB', '12 byte': thousands, as phones count. */
    fileSize: (bytes: number) => {
      if (bytes < 1_000) return units.bytes(number(bytes, 0))
      if (bytes < 999_500) return `${number(bytes / 1_000, 0)} kB`
      return `${number(bytes / 1_000_000)} MB`
    },
    workingDays: (n: number) => units.workingDays(number(n, 0)),
    calendarDays: (n: number) => units.calendarDays(number(n, 0)),
    hours: (n: number) => units.hours(number(n, 0)),
    /** 'jalan, parit, dan lampu' */
    list: (words: readonly string[]) => say.list.format(words),
  }
}

function zoneName(minutes: number): string {
  return ZONES[minutes] ?? `UTC${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`
}

function atNoon(day: IsoDate): number {
  return Date.parse(`${day}T12:00:00Z`)
}

const made = new Map<Language, ReturnType<typeof makeIntl>>()

/** Made once a language: each costs about a millisecond. */
function intlOf(language: Language) {
  const known = made.get(language) ?? makeIntl(LANGUAGES[language].tag)
  made.set(language, known)
  return known
}

/** Days and minutes that pages say again and again. */
const MOST_KEPT = 1_500

/** Intl takes longer to say a day than a page takes for most of its rows. */
function remembering(format: Intl.DateTimeFormat): { format: (at: number) => string } {
  const said = new Map<number, string>()
  return {
    format: (at) => {
      const known = said.get(at)
      if (known !== undefined) return known
      const words = format.format(at)
      if (said.size >= MOST_KEPT) said.clear()
      said.set(at, words)
      return words
    },
  }
}

function makeIntl(locale: string) {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    remembering(new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }))
  const numbers = new Map<number, Intl.NumberFormat>()
  return {
    short: dates({ day: 'numeric', month: 'long' }),
    medium: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dates({ weekday: 'long' }),
    month: dates({ month: 'long', year: 'numeric' }),
    time: dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    number: (maximumFractionDigits: number) => {
      const format =
        numbers.get(maximumFractionDigits) ??
        new Intl.NumberFormat(locale, { maximumFractionDigits, signDisplay: 'negative' })
      numbers.set(maximumFractionDigits, format)
      return format
    },
  }
}
