import type { QueueRow } from '../db/queue-rows.ts'
import type { Priority, State } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import { workingDaysBetween } from '../domain/time/calendar.ts'
import { advance } from '../domain/time/due.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import type { ClockSight } from './clock.ts'
import { deskTitle, type TitleSight } from './desk-title.ts'
import { type AgencyName, agencyName } from './names.ts'
import { mayOpen } from './viewer.ts'

export interface DeskRowSight {
  reference: string
  title: TitleSight
  /** Null while it is with the verifiers. */
  agency: AgencyName | null
  state: State
  clock: Omit<ClockSight, 'stages' | 'promise' | 'target'> | null
  clusterSize: number
  /** What moves it further up than its due date alone would. */
  why: { priority: Priority; clusterDays: number; disputed: boolean }
  supervisory: boolean
}

export function deskRows(
  rows: readonly QueueRow[],
  staff: Staff,
  city: City,
  now: Instant,
): DeskRowSight[] {
  const today = dateOf(now, city.settings.offset)
  const left = leftFrom(today, city)
  return rows
    .filter((row) => mayOpen(staff, row.seen, now))
    .map((row) => ({
      reference: row.reference,
      title: deskTitle(row, staff, city, now),
      agency: agencyName(city, row.seen.leadAgencyId),
      state: row.state,
      clock: clockIn(row, today, left),
      clusterSize: row.state === 'merged' ? 1 : row.clusterSize,
      why: whyHere(row),
      supervisory: row.seen.supervisory,
    }))
}

/** Lists count in working days, whichever clock it is. */
const DAYS = { unit: 'working_day', holder: 'agency' } as const

/** Rows of one list share their days: each is counted once. */
function leftFrom(today: IsoDate, city: City) {
  const counted = new Map<string, number>()
  return (day: IsoDate, agencyId: number | null): number => {
    const key = `${agencyId} ${day}`
    const known = counted.get(key)
    if (known !== undefined) return known
    const left = workingDaysBetween(today, day, calendarOf(city, agencyId))
    counted.set(key, left)
    return left
  }
}

function clockIn(
  row: QueueRow,
  today: IsoDate,
  left: ReturnType<typeof leftFrom>,
): DeskRowSight['clock'] {
  const { bucket, dueDay: day } = row
  const stands = bucket === 'paused' || (bucket === null && row.state === 'awaiting_info')
  if (stands) {
    const cause = row.seen.leadAgencyId === null ? 'verifier' : 'agency'
    const due = {
      kind: 'paused',
      since: today,
      cause,
      clock: DAYS,
      day,
      provisional: false,
    } as const
    return { due, left: 0, today }
  }
  if (day === null) return null
  return {
    due: { kind: 'due', clock: DAYS, day, provisional: false },
    left: left(day, row.seen.leadAgencyId),
    today,
  }
}

/** What waits without a rank is moved by nothing. */
function whyHere(row: QueueRow): DeskRowSight['why'] {
  const ranked = row.rankDay !== null
  const { clusterSize } = row
  return {
    priority: ranked ? row.priority : 'normal',
    clusterDays: ranked ? advance({ priority: 'normal', clusterSize }) : 0,
    disputed: row.disputes > 0,
  }
}
