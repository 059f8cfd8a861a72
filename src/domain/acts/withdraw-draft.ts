import { refuse } from '../case/command.ts'
import { isParty } from '../case/parties.ts'
import { actorId } from '../people/actor.ts'
import type { Act } from './act.ts'

export interface WithdrawDraftCommand {
  name: 'withdraw_draft'
}

export type WithdrawDraftFacts = { message: number }

/** By its author, or by the liaison where the author is not there. */
export const withdrawDraft: Act<WithdrawDraftCommand, WithdrawDraftFacts> = {
  name: 'withdraw_draft',
  from: ['in_progress', 'awaiting_info', 'awaiting_confirmation'],
  to: 'same',
  who: ['lead_liaison', 'lead_officer', 'investigator'],
  needs: [],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  letters: {},
  permitted: (complaint, { actor, now, city }) => {
    if (!complaint.draft) return refuse('wrong_state')
    const mine = complaint.draft.by === actorId(actor)
    return mine || isParty('lead_liaison', actor, complaint, now, city)
      ? null
      : refuse('not_allowed')
  },
  rule: (complaint) =>
    complaint.draft
      ? { after: { ...complaint, draft: null }, facts: { message: complaint.draft.seq } }
      : refuse('wrong_state'),
}
