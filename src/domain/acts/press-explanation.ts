import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { EXPLAINED_IN, owesExplanation } from '../case/explanation.ts'
import type { Notice } from '../case/letters.ts'
import { isOverdue } from '../time/clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface PressExplanationCommand {
  name: 'press_explanation'
  rung: number
}

type PressExplanationFacts = { rung: number; agency: number | null }

/** Apart from `escalate`, of which the reporter and everybody may know. */
export const pressExplanation: Act<PressExplanationCommand, PressExplanationFacts> = {
  name: 'press_explanation',
  from: EXPLAINED_IN,
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: {
    head: ['explanation_late'],
    inspectorate: ['explanation_late'],
    leader: ['explanation_late'],
  },
  permitted: owesExplanation,
  rule: (complaint, { rung }, ctx) => {
    const owed = liveClock(complaint, 'explain')
    if (!owed || !isOverdue(owed, dateOf(ctx.now, ctx.calendar.offset))) return refuse('not_due')
    if (rung <= owed.rung) return refuse('already_said')
    const clocks = complaint.clocks.map((clock) => (clock === owed ? { ...clock, rung } : clock))
    return {
      after: { ...complaint, clocks },
      facts: { rung, agency: owed.agencyId },
      notices: [toldOn(rung, owed.agencyId)],
    }
  },
}

function toldOn(rung: number, agencyId: number | null): Notice {
  if (rung === 1) return { to: 'head', agencyId, template: 'explanation_late' }
  const to = rung === 2 ? 'inspectorate' : 'leader'
  return { to, agencyId: null, template: 'explanation_late' }
}
