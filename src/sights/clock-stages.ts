import { type Complaint, clockOf } from '../domain/case/complaint.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import {
  type Clock,
  type ClockKind,
  type ClockUnit,
  isOverdue,
  usedDays,
} from '../domain/time/clocks.ts'
import type { IsoDate } from '../domain/time/time.ts'

export type StageMark = 'done' | 'late' | 'wait' | 'now' | 'next' | 'skipped'

export interface ClockStage {
  name: 'verify' | 'followUp' | 'settle' | 'confirm'
  mark: StageMark
  current: boolean
  /** 0-100 in steps of 5. */
  fill: number
  /** Days used up, in the clock's unit. */
  used: number
  clock: { unit: ClockUnit; length: number; ended: boolean } | null
}

type Timed = Pick<Complaint, 'state' | 'cameFrom' | 'clocks'>

const STAGES = [
  { kind: 'verify', name: 'verify' },
  { kind: 'follow_up', name: 'followUp' },
  { kind: 'settle', name: 'settle' },
  { kind: 'silence', name: 'confirm' },
] as const satisfies readonly { kind: ClockKind; name: ClockStage['name'] }[]

/** Which stage the complaint stands in, 0-3; 4 when closed, -1 when it left the line. */
function currentStage({ state, cameFrom }: Timed): number {
  if (state === 'received') return 0
  if (state === 'awaiting_info') return cameFrom === 'received' ? 0 : 2
  if (state === 'routed') return 1
  if (state === 'in_progress') return 2
  if (state === 'awaiting_confirmation') return 3
  return state === 'closed' ? 4 : -1
}

export function clockStages(complaint: Timed, today: IsoDate, calendar: Calendar): ClockStage[] {
  const current = currentStage(complaint)
  return STAGES.map(({ kind, name }, i) => {
    const clock = clockOf(complaint, kind)
    const mark = markOf(clock, i, current, today)
    const used = clock ? Math.max(0, usedDays(clock, clock.endDay ?? today, calendar)) : 0
    return {
      name,
      mark,
      current: i === current,
      fill: fillOf(mark, used, clock?.length ?? 1),
      used,
      clock: clock
        ? { unit: clock.unit, length: clock.length, ended: clock.status === 'ended' }
        : null,
    }
  })
}

function markOf(clock: Clock | undefined, i: number, current: number, today: IsoDate): StageMark {
  if (clock?.status === 'ended') return current >= 0 && i > current ? 'next' : ended(clock)
  if (current < 0) return 'skipped'
  if (i > current) return 'next'
  if (clock?.status === 'paused') return 'wait'
  if (clock?.status === 'running') return isOverdue(clock, today) ? 'late' : 'now'
  return i < current ? 'done' : 'now'
}

function ended(clock: Clock): StageMark {
  return clock.late ? 'late' : 'done'
}

function fillOf(mark: StageMark, used: number, length: number): number {
  if (mark === 'done' || mark === 'late') return 100
  if (mark === 'next' || mark === 'skipped') return 0
  return Math.min(100, Math.max(5, Math.ceil((used / length) * 20) * 5))
}
