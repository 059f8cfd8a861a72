import { refuse } from '../case/command.ts'
import { type Complaint, liveClock, OPEN_STATES } from '../case/complaint.ts'
import { recompute as recomputed } from '../time/case-clocks.ts'
import type { IsoDate } from '../time/time.ts'
import type { Act } from './act.ts'

export interface RecomputeCommand {
  name: 'recompute'
}

/** Due day of the settle clock, before and after; day 0 as it is from now on. */
export type RecomputeFacts = {
  moved: number
  from: IsoDate | null
  to: IsoDate | null
  dayZero: IsoDate
}

export const recompute: Act<RecomputeCommand, RecomputeFacts> = {
  name: 'recompute',
  from: OPEN_STATES,
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  recalculates: true,
  letters: {},
  rule: (complaint, _command, ctx) => {
    const after = recomputed(complaint, ctx)
    const { clocks, dayZero } = after
    if (JSON.stringify(datesOf(after)) === JSON.stringify(datesOf(complaint)))
      return refuse('nothing_to_undo')
    const moved = clocks.filter((clock, i) => clock.dueDay !== complaint.clocks[i]?.dueDay).length
    const from = liveClock(complaint, 'settle')?.dueDay ?? null
    const to = liveClock(after, 'settle')?.dueDay ?? null
    return { after, facts: { moved, from, to, dayZero } }
  },
}

function datesOf({ clocks, dayZero }: Complaint) {
  return { clocks, dayZero }
}
