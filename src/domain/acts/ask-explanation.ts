import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { start } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface AskExplanationCommand {
  name: 'ask_explanation'
  text: string
}

/** `agency`: whose head owes it. */
type AskExplanationFacts = { agency: number | null }

/** One is owed at a time, by the head of whoever has the case; also after it ended. */
export const askExplanation: Act<AskExplanationCommand, AskExplanationFacts> = {
  name: 'ask_explanation',
  from: ['awaiting_info', 'routed', 'in_progress', 'awaiting_confirmation', 'closed'],
  to: 'same',
  who: ['overseer'],
  needs: [needsWords('text', 'text')],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: { head: ['explanation'] },
  permitted: (complaint) => {
    if (complaint.leadAgencyId === null) return refuse('wrong_state')
    return liveClock(complaint, 'explain') ? refuse('explanation_owed') : null
  },
  rule: (complaint, { text }, ctx) => {
    const { leadAgencyId: agencyId } = complaint
    return {
      after: start(complaint, 'explain', ctx),
      facts: { agency: agencyId },
      message: { kind: 'note', audience: 'staff', text, state: 'sent' },
      notices: [{ to: 'head', agencyId, template: 'explanation' }],
    }
  },
}
