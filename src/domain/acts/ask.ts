import { type Complaint, HANDLED_STATES } from '../case/complaint.ts'
import { isParty } from '../case/parties.ts'
import { tellMembers, tellReporter } from '../case/telling.ts'
import { answered } from '../case/transitions.ts'
import { end, pauseAll, start } from '../time/case-clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface AskCommand {
  name: 'ask'
  text: string
}

/** `agency`: whose question it is; null: the verifier's. */
export type AskFacts = { agency: number | null }

export const ask: Act<AskCommand, AskFacts> = {
  name: 'ask',
  from: ['received', ...HANDLED_STATES],
  to: 'awaiting_info',
  who: ['verifier', 'lead_liaison', 'lead_officer'],
  needs: [needsWords('question', 'text')],
  undoable: true,
  // nobody could answer it
  onceErased: false,
  words: ['text'],
  letters: { reporter: ['question'], members: ['root_asked'] },
  rule: (complaint, command, ctx) => {
    const fromAgency = (['lead_liaison', 'lead_officer'] as const).some((party) =>
      isParty(party, ctx.actor, complaint, ctx.now, ctx.city),
    )
    const asked: Complaint = {
      ...complaint,
      state: 'awaiting_info',
      cameFrom: complaint.state,
      quarantined: false,
    }
    const told = fromAgency ? answered(asked, ctx) : end(asked, ['complete'], ctx)
    const paused = pauseAll(told, fromAgency ? 'agency' : 'verifier', ctx)
    const today = dateOf(ctx.now, ctx.calendar.offset)
    return {
      after: start(paused, 'completion', ctx, { since: today }),
      facts: { agency: fromAgency ? complaint.leadAgencyId : null },
      message: { kind: 'question', audience: 'reporter', text: command.text, state: 'sent' },
      notices: [tellReporter('question'), ...tellMembers(complaint, 'root_asked')],
    }
  },
}
