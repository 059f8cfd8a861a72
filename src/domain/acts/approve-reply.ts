import { refuse } from '../case/command.ts'
import { isWaiting } from '../case/drafts.ts'
import { tellReporter } from '../case/telling.ts'
import { answered } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface ApproveReplyCommand {
  name: 'approve_reply'
  messageSeq: number
}

export type ApproveReplyFacts = { agency: number | null; message: number }

export const approveReply: Act<ApproveReplyCommand, ApproveReplyFacts> = {
  name: 'approve_reply',
  from: ['in_progress'],
  to: 'same',
  who: ['lead_head'],
  needs: [],
  undoable: true,
  onceErased: true,
  letters: { reporter: ['reply'] },
  leaves: ({ messageSeq }) => ({ facts: { message: messageSeq } }),
  earlier: { does: 'approves', message: ({ message }) => message },
  permitted: ({ draft }) => (draft?.kind === 'reply' ? null : refuse('wrong_state')),
  rule: (complaint, command, ctx) =>
    isWaiting(complaint, command.messageSeq, 'reply')
      ? {
          after: answered({ ...complaint, draft: null }, ctx),
          facts: { agency: complaint.leadAgencyId, message: command.messageSeq },
          notices: [tellReporter('reply')],
        }
      : refuse('wrong_state'),
}
