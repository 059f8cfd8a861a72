import { type Complaint, clockOf } from '../../domain/case/complaint.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type Clock, type ClockKind, isOverdue, usedDays } from '../../domain/time/clocks.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import type { Words } from '../../words/words.ts'

export type StageMark = 'done' | 'late' | 'wait' | 'now' | 'next' | 'skipped'

/** One segment of the clock line. */
export interface ClockStage {
  name: string
  mark: StageMark
  current: boolean
  /** 0-100 in steps of 5. */
  fill: number
  /** '4 dari 14 hari kerja', 'selesai': what the colour says, in words. */
  text: string
  /** The same in at most three words, below the segment: '4 dari 14'. */
  brief: string
}

type Cased = Pick<Complaint, 'state' | 'cameFrom' | 'clocks'>

const STAGES = [
  { kind: 'verify', name: 'verify' },
  { kind: 'follow_up', name: 'followUp' },
  { kind: 'settle', name: 'settle' },
  { kind: 'silence', name: 'confirm' },
] as const satisfies readonly { kind: ClockKind; name: string }[]

/** Which stage the complaint stands in, 0-3; 4 when closed, -1 when it left the line. */
function currentStage({ state, cameFrom }: Cased): number {
  if (state === 'received') return 0
  if (state === 'awaiting_info') return cameFrom === 'received' ? 0 : 2
  if (state === 'routed') return 1
  if (state === 'in_progress') return 2
  if (state === 'awaiting_confirmation') return 3
  return state === 'closed' ? 4 : -1
}

/**
 * The four stages of a complaint with the days each has used, for ClockLine, the desk and the
 * widget alike. Pure; `today` in WIB.
 */
export function clockStages(t: Words, c: Cased, today: IsoDate, calendar: Calendar): ClockStage[] {
  const current = currentStage(c)
  return STAGES.map(({ kind, name }, i) => {
    const clock = clockOf(c as Complaint, kind)
    const mark = markOf(clock, i, current, today)
    const used = clock ? Math.max(0, usedDays(clock, clock.endDay ?? today, calendar)) : 0
    return {
      name: t.clock[name],
      mark,
      current: i === current,
      fill: fillOf(mark, used, clock?.length ?? 1),
      text: textOf(t, mark, clock, used),
      brief: briefOf(t, mark, clock, used),
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

function textOf(t: Words, mark: StageMark, clock: Clock | undefined, used: number): string {
  if (mark === 'next') return t.clock.next
  if (mark === 'skipped') return t.clock.skipped
  if (mark === 'done') return t.clock.done
  if (mark === 'late') return clock?.status === 'ended' ? t.clock.doneLate : t.clock.late
  if (!clock) return t.clock.now
  const inUnit = clock.unit === 'working_day' ? t.workingDays : t.calendarDays
  const days = t.clock.of(String(used), inUnit(clock.length))
  return mark === 'wait' ? `${t.clock.wait}, ${days}` : days
}

function briefOf(t: Words, mark: StageMark, clock: Clock | undefined, used: number): string {
  if (mark === 'late') return t.clock.lateBrief
  if (mark === 'wait') return t.clock.waitBrief
  if (mark === 'now' && clock) return t.clock.of(String(used), String(clock.length))
  return textOf(t, mark, clock, used)
}
