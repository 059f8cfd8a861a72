import type { City } from '../src/domain/city/city.ts'
import { type Calendar, workingDaysBetween } from '../src/domain/time/calendar.ts'
import { ruleFor } from '../src/domain/time/clock-rules.ts'
import { type IsoDate, monthOf } from '../src/domain/time/time.ts'
import { daysFrom, weightOf, workingDaysBack } from './moments.ts'
import type { Random } from './random.ts'
import type { Story, StoryOutcome } from './story.ts'

/** The first day on which a report of the demo can come in. */
export const FIRST_DAY: IsoDate = '2026-01-02'

/** Outcomes that leave the complaint open on the day of seeding. */
const OPEN: readonly StoryOutcome[] = [
  'received',
  'awaiting_info',
  'routed',
  'in_progress',
  'awaiting_confirmation',
  'disputed',
  'reopened',
]

export function staysOpen(story: Story): boolean {
  return OPEN.includes(story.outcome)
}

/** Working days that an agency has, as far as a plan needs to know. */
export function lengthOf(story: Story, city: City): number {
  // of a supervisory case the 60 calendar days run out before its 60 working days
  if (story.supervisory) return 40
  const classed = { class: story.class, supervisory: false }
  return ruleFor(city.clockRules, 'settle', classed, FIRST_DAY).length
}

/** Working days from receipt to verification. */
export function verifyDays(r: Random, story: Story): number {
  if (story.pace === 'quick') return r.int(0, 1)
  return story.pace === 'normal' ? r.int(0, 2) : r.int(1, 3)
}

const SHARE: Record<Story['pace'], readonly [number, number]> = {
  quick: [0.1, 0.4],
  normal: [0.35, 0.75],
  slow: [0.75, 1],
  overdue: [1.15, 1.9],
}

/** Working days from receipt to closure. */
export function closeDays(r: Random, story: Story, length: number): number {
  const [least, most] = SHARE[story.pace]
  return Math.max(1, Math.round(length * r.between(least, most)))
}

/** Least and most working days that an open report has been in the house. */
function ageOf({ outcome, pace }: Story, length: number): readonly [number, number] {
  const late = pace === 'overdue'
  if (outcome === 'received') return late ? [4, 8] : [0, 2]
  if (outcome === 'routed') return late ? [length + 1, length + 8] : [1, Math.min(4, length - 1)]
  if (outcome === 'in_progress')
    return late ? [length + 1, Math.round(length * 1.5) + 4] : [1, length]
  if (outcome === 'awaiting_info') return [1, length]
  if (outcome === 'awaiting_confirmation')
    return late ? [length + 2, Math.round(length * 1.5) + 8] : [1, length + 6]
  return late ? [2 * length, 4 * length + 6] : [3, 2 * length + 8]
}

/** Draws a day of receipt, rainy and working days more often than others; undefined: there is none. */
export function dayDrawer(
  story: Story,
  length: number,
  today: IsoDate,
  calendar: Calendar,
): (r: Random) => IsoDate | undefined {
  const days = daysFor(story, length, today, calendar)
  const weights = days.map((day, i) => weightOf(day, i / days.length, calendar))
  const sum = weights.reduce((total, w) => total + w, 0)
  return (r) => {
    let left = r.next() * sum
    return days.find((_, i) => {
      left -= weights[i] ?? 0
      return left < 0
    })
  }
}

function daysFor(story: Story, length: number, today: IsoDate, calendar: Calendar): IsoDate[] {
  if (!staysOpen(story)) {
    const all = daysFrom(FIRST_DAY, today)
    const inSeason = all.filter((day) => Number(monthOf(day).slice(5)) === story.month)
    return inSeason.length > 0 ? inSeason : all
  }
  const [least, most] = ageOf(story, length)
  const first = workingDaysBack(today, Math.min(most + 1, daysSince(today, calendar)), calendar)
  return daysFrom(first, today).filter((day) => {
    const age = workingDaysBetween(day, today, calendar)
    return age >= least && age <= most && day >= FIRST_DAY
  })
}

function daysSince(today: IsoDate, calendar: Calendar): number {
  return workingDaysBetween(FIRST_DAY, today, calendar)
}
