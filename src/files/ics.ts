import { addDays, type IsoDate, isIsoDate } from '../domain/time/time.ts'

export interface IcsDay {
  day: IsoDate
  name: string
}

/** More days than a holiday has: a span beyond is no day off. */
const LONGEST = 14
/** Of one day: a calendar of holidays has one, seldom two. */
const MOST_NAMES = 10

/** Whole days of an iCalendar (RFC 5545); those with an hour, and those called off, are passed over. */
export function readIcs(text: string): IcsDay[] {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const days = new Map<IsoDate, Set<string>>()
  let event: Map<string, string> | null = null
  for (const line of lines) {
    const colon = line.indexOf(':')
    const [name = ''] = /^[\w-]+/.exec(line.slice(0, Math.max(colon, 0))) ?? []
    const value = line.slice(colon + 1)
    if (name === 'BEGIN' && value === 'VEVENT') event = new Map()
    else if (name === 'END' && value === 'VEVENT' && event) {
      const called = plain(event.get('SUMMARY') ?? '')
      for (const day of daysOf(event)) {
        const names = days.get(day) ?? new Set()
        days.set(day, names.size < MOST_NAMES ? names.add(called) : names)
      }
      event = null
    } else event?.set(name, value.trim())
  }
  return [...days]
    .map(([day, names]) => ({ day, name: [...names].join(' / ') }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

function daysOf(event: ReadonlyMap<string, string>): IsoDate[] {
  const first = dayIn(event.get('DTSTART'))
  if (first === null || event.get('STATUS') === 'CANCELLED') return []
  // the end is the first day that is not in it any more
  const end = dayIn(event.get('DTEND')) ?? addDays(first, 1)
  const days: IsoDate[] = []
  for (
    let day = first;
    (day === first || day < end) && days.length < LONGEST;
    day = addDays(day, 1)
  )
    days.push(day)
  return days
}

function dayIn(value = ''): IsoDate | null {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})$/.exec(value) ?? []
  const day = `${y}-${m}-${d}`
  return isIsoDate(day) ? day : null
}

function plain(text: string): string {
  return text
    .replaceAll(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign))
    .trim()
}
