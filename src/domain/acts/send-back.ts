import { refuse } from '../case/command.ts'
import { isParty } from '../case/parties.ts'
import { tellAgency } from '../case/telling.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface SendBackCommand {
  name: 'send_back'
  text: string
}

export type SendBackFacts = { message: number }

/** Whoever would have let the draft out says what is missing. */
export const sendBack: Act<SendBackCommand, SendBackFacts> = {
  name: 'send_back',
  from: ['in_progress', 'awaiting_info', 'awaiting_confirmation'],
  to: 'same',
  who: ['lead_head', 'countersigner'],
  needs: [needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  words: ['text'],
  letters: { agency: ['sent_back'], inspectorate: ['sent_back'] },
  permitted: (complaint, { actor, now, city }) => {
    if (!complaint.draft) return refuse('wrong_state')
    const whose = complaint.draft.kind === 'decision' ? 'countersigner' : 'lead_head'
    return isParty(whose, actor, complaint, now, city) ? null : refuse('not_allowed')
  },
  rule: (complaint, command) => {
    if (!complaint.draft) return refuse('wrong_state')
    const told = tellAgency(complaint, 'sent_back')
    return {
      after: { ...complaint, draft: null },
      facts: { message: complaint.draft.seq },
      message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
      notices:
        told.length > 0 ? told : [{ to: 'inspectorate', agencyId: null, template: 'sent_back' }],
    }
  },
}
