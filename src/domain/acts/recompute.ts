import { refuse } from '../case/command.ts'
import { liveClock, OPEN_STATES } from '../case/complaint.ts'
import { recomputeClock } from '../time/clocks.ts'
import type { IsoDate } from '../time/time.ts'
import type { Act } from './act.ts'

export interface RecomputeCommand {
  name: 'recompute'
}

/** Due day of the settle clock, before and after. */
export type RecomputeFacts = { moved: number; from: IsoDate | null; to: IsoDate | null }

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
  rule: (complaint, _command, { calendar }) => {
    const clocks = complaint.clocks.map((clock) => recomputeClock(clock, clock.length, calendar))
    const moved = clocks.filter((clock, i) => clock.dueDay !== complaint.clocks[i]?.dueDay).length
    const same = clocks.every((clock, i) => clock.provisional === complaint.clocks[i]?.provisional)
    if (moved === 0 && same) return refuse('nothing_to_undo')
    const after = { ...complaint, clocks }
    const from = liveClock(complaint, 'settle')?.dueDay ?? null
    return { after, facts: { moved, from, to: liveClock(after, 'settle')?.dueDay ?? null } }
  },
}
