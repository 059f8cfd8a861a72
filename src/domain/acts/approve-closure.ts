import { refuse } from '../case/command.ts'
import { isWaiting } from '../case/drafts.ts'
import { tellReporter } from '../case/telling.ts'
import { proposed } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface ApproveClosureCommand {
  name: 'approve_closure'
  messageSeq: number
}

export type ApproveClosureFacts = { agency: number | null; message: number }

/** Only a draft has passed the rules of a closure: no closing without an answer. */
export const approveClosure: Act<ApproveClosureCommand, ApproveClosureFacts> = {
  name: 'approve_closure',
  from: ['in_progress'],
  to: 'awaiting_confirmation',
  who: ['lead_head'],
  needs: [],
  undoable: true,
  onceErased: true,
  publicStep: true,
  letters: { reporter: ['closure'] },
  leaves: ({ messageSeq }) => ({ facts: { message: messageSeq } }),
  earlier: { does: 'approves', message: ({ message }) => message },
  permitted: ({ draft }) => (draft?.kind === 'closure' ? null : refuse('wrong_state')),
  rule: (complaint, command, ctx) =>
    isWaiting(complaint, command.messageSeq, 'closure')
      ? {
          after: proposed({ ...complaint, draft: null }, ctx),
          facts: { agency: complaint.leadAgencyId, message: command.messageSeq },
          notices: [tellReporter('closure')],
        }
      : refuse('wrong_state'),
}
