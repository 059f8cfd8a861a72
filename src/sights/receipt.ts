import type { Case } from '../db/cases.ts'
import { clockOf } from '../domain/case/complaint.ts'
import { type City, calendarOf } from '../domain/city/city.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { type ClockStage, clockStages } from './clock-stages.ts'
import { eyeOf, shown } from './eye.ts'
import { type TargetSight, targetSight } from './target.ts'
import { type Given, type Wish, wishOf } from './wish.ts'

export interface ReceiptSight {
  reference: string
  text: string
  receivedAt: Instant
  dayZero: IsoDate
  /** As they stand now, after pauses and changes; null where no clock of the kind was ever begun. */
  dueNow: { verifyBy: IsoDate | null; settleBy: IsoDate | null }
  stages: ClockStage[]
  target: TargetSight | null
  wish: Wish
}

/** What whoever filed it takes home: the city's own days, since no agency had it then. */
export function receiptSight(
  { complaint, row }: Case,
  given: Given,
  city: City,
  now: Instant,
): ReceiptSight {
  const sees = eyeOf({ kind: 'key' }, complaint, city, now)
  return {
    reference: complaint.reference,
    text: shown(sees, 'originalText', row.text) ?? '',
    receivedAt: complaint.receivedAt,
    dayZero: complaint.dayZero,
    dueNow: {
      verifyBy: clockOf(complaint, 'verify')?.dueDay ?? null,
      settleBy: clockOf(complaint, 'settle')?.dueDay ?? null,
    },
    stages: clockStages(complaint, dateOf(now, city.settings.offset), calendarOf(city)),
    target: targetSight(complaint, city, now),
    wish: wishOf(complaint, given),
  }
}
