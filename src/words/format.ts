import { dateOf, type Instant, type IsoDate, minuteOfDay, weekday } from '../domain/time/time.ts'

/** Indonesia's three times, by minutes ahead of UTC; none has daylight saving. */
const ZONES: Record<number, string> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }

/** 'WIB', 'WITA' or 'WIT'; 'UTC+5.5' for an offset that is none of them. */
export function zoneName(minutes: number): string {
  return ZONES[minutes] ?? `UTC${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`
}

/** A Worker serves one city: its own time is set as the city is read (db/city.ts). */
let offset = 420

export function tellTimeOf(minutesAheadOfUtc: number): void {
  offset = minutesAheadOfUtc
}

/** The city's day of an instant. */
export function dayOf(at: Instant): IsoDate {
  return dateOf(at, offset)
}

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

function monthName(month: string): string {
  return MONTHS[Number(month) - 1] ?? ''
}

/** '24 November': a day of the year that is clear from what stands around it. */
export function shortDate(day: IsoDate): string {
  return `${Number(day.slice(8, 10))} ${monthName(day.slice(5, 7))}`
}

/** '24 November 2026'. */
export function mediumDate(day: IsoDate): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`
}

/** 'Selasa, 24 November 2026'. */
export function longDate(day: IsoDate): string {
  return `${DAYS[weekday(day)]}, ${mediumDate(day)}`
}

/** 'November 2026' from '2026-11'. */
export function monthYear(month: string): string {
  return `${monthName(month.slice(5, 7))} ${month.slice(0, 4)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** '07.30' from minutes since midnight. */
export function wallTime(minute: number): string {
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)}`
}

/** '14.30 WIB', in the city's own time. */
export function clockTime(at: Instant): string {
  return `${wallTime(minuteOfDay(at, offset))} ${zoneName(offset)}`
}

/** 'Selasa, 24 November 2026, 14.30 WIB'. */
export function longMoment(at: Instant): string {
  return `${longDate(dayOf(at))}, ${clockTime(at)}`
}

/** '24 November 2026, 14.30 WIB'. */
export function moment(at: Instant): string {
  return `${mediumDate(dayOf(at))}, ${clockTime(at)}`
}

/** '1.234,5': at most `decimals` places, none that are nought. */
export function number(n: number, decimals = 1): string {
  const [whole = '0', part = ''] = Math.abs(n).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const places = part.replace(/0+$/, '')
  const zero = grouped === '0' && places === ''
  return `${n < 0 && !zero ? '−' : ''}${grouped}${places && `,${places}`}`
}

/** '2 MB', '350 kB', '12 byte': thousands, as phones count. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} byte`
  if (bytes < 999_500) return `${number(bytes / 1_000, 0)} kB`
  return `${number(bytes / 1_000_000)} MB`
}

export function workingDays(n: number): string {
  return `${number(n, 0)} hari kerja`
}

export function calendarDays(n: number): string {
  return `${number(n, 0)} hari`
}

/** 'jalan, parit, dan lampu'. */
export function list(words: readonly string[]): string {
  if (words.length < 3) return words.join(' dan ')
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`
}
