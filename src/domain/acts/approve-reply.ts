import { type MessageKind, refuse } from '../case/command.ts'
import { tellReporter } from '../case/telling.ts'
import { answered } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface ApproveReplyCommand {
  name: 'approve_reply'
  messageSeq: number
  draft: MessageKind | null
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
  rule: (complaint, command, ctx) =>
    command.draft !== 'reply'
      ? refuse('wrong_state')
      : {
          after: answered(complaint, ctx),
          facts: { agency: complaint.leadAgencyId, message: command.messageSeq },
          notices: [tellReporter('reply')],
        },
}
