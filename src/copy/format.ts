import { dateOf, type Instant, type IsoDate, minuteOfDay, weekday } from '../domain/time.ts'

/** Indonesia's three times, by minutes ahead of UTC; none has daylight saving. */
const ZONES: Record<number, string> = { 420: 'WIB', 480: 'WITA', 540: 'WIT' }

/** 'WIB', 'WITA' or 'WIT'; 'UTC+5.5' for an offset that is none of them. */
export const zoneName = (minutes: number): string =>
  ZONES[minutes] ?? `UTC${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`

/** A Worker serves one city: its own time is set as the city is read (db/city.ts). */
let offset = 420

export const tellTimeOf = (minutesAheadOfUtc: number): void => {
  offset = minutesAheadOfUtc
}

/** The city's day of an instant. */
export const dayOf = (at: Instant): IsoDate => dateOf(at, offset)

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

const monthName = (month: string): string => MONTHS[Number(month) - 1] ?? ''

/** '24 November': a day of the year that is clear from what stands around it. */
export const shortDate = (day: IsoDate): string =>
  `${Number(day.slice(8, 10))} ${monthName(day.slice(5, 7))}`

/** '24 November 2026'. */
export const mediumDate = (day: IsoDate): string => `${shortDate(day)} ${day.slice(0, 4)}`

/** 'Selasa, 24 November 2026'. */
export const longDate = (day: IsoDate): string => `${DAYS[weekday(day)]}, ${mediumDate(day)}`

/** 'November 2026' from '2026-11'. */
export const monthYear = (month: string): string =>
  `${monthName(month.slice(5, 7))} ${month.slice(0, 4)}`

const two = (n: number): string => String(n).padStart(2, '0')

/** '07.30' from minutes since midnight. */
export const wallTime = (minute: number): string =>
  `${two(Math.floor(minute / 60))}.${two(minute % 60)}`

/** '14.30 WIB', in the city's own time. */
export const clockTime = (at: Instant): string =>
  `${wallTime(minuteOfDay(at, offset))} ${zoneName(offset)}`

/** 'Selasa, 24 November 2026, 14.30 WIB'. */
export const longMoment = (at: Instant): string => `${longDate(dayOf(at))}, ${clockTime(at)}`

/** '24 November 2026, 14.30 WIB'. */
export const moment = (at: Instant): string => `${mediumDate(dayOf(at))}, ${clockTime(at)}`

/** '1.234,5': at most `decimals` places, none that are nought. */
export const number = (n: number, decimals = 1): string => {
  const [whole = '0', part = ''] = Math.abs(n).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const places = part.replace(/0+$/, '')
  const zero = grouped === '0' && places === ''
  return `${n < 0 && !zero ? '−' : ''}${grouped}${places && `,${places}`}`
}

/** '2 MB', '350 kB', '12 byte': thousands, as phones count. */
export const fileSize = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} byte`
  if (bytes < 999_500) return `${number(bytes / 1_000, 0)} kB`
  return `${number(bytes / 1_000_000)} MB`
}

export const workingDays = (n: number): string => `${number(n, 0)} hari kerja`
export const calendarDays = (n: number): string => `${number(n, 0)} hari`

/** 'jalan, parit, dan lampu'. */
export const list = (words: readonly string[]): string => {
  if (words.length < 3) return words.join(' dan ')
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`
}
