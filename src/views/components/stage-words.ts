import type { ClockStage } from '../../sights/clock-stages.ts'
import type { Words } from '../../words/words.ts'

export interface StageWords {
  name: string
  /** '4 dari 14 hari kerja', 'selesai': what the colour says, in words. */
  text: string
  /** The same in at most three words, below the segment: '4 dari 14'. */
  brief: string
}

export function stageWords(t: Words, stage: ClockStage): StageWords {
  return { name: t.clock[stage.name], text: textOf(t, stage), brief: briefOf(t, stage) }
}

function textOf(t: Words, { mark, used, clock }: ClockStage): string {
  if (mark === 'next') return t.clock.next
  if (mark === 'skipped') return t.clock.skipped
  if (mark === 'done') return t.clock.done
  if (mark === 'late') return clock?.ended ? t.clock.doneLate : t.clock.late
  if (!clock) return t.clock.now
  const inUnit = clock.unit === 'working_day' ? t.workingDays : t.calendarDays
  const days = t.clock.of(String(used), inUnit(clock.length))
  return mark === 'wait' ? `${t.clock.wait}, ${days}` : days
}

function briefOf(t: Words, stage: ClockStage): string {
  const { mark, used, clock } = stage
  if (mark === 'late') return t.clock.lateBrief
  if (mark === 'wait') return t.clock.waitBrief
  if (mark === 'now' && clock) return t.clock.of(String(used), String(clock.length))
  return textOf(t, stage)
}
