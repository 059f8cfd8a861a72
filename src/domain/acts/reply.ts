import { waitsForHead } from '../case/approval.ts'
import { tellHead, tellReporter } from '../case/telling.ts'
import { answered } from '../case/transitions.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ReplyCommand {
  name: 'reply'
  text: string
}

export type ReplyFacts = { agency: number | null; draft: boolean }

export const reply: Act<ReplyCommand, ReplyFacts> = {
  name: 'reply',
  from: ['in_progress'],
  to: 'same',
  who: ['lead_liaison', 'lead_officer', 'lead_head'],
  needs: [needsWords('text', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { head: ['approval'], reporter: ['reply'] },
  rule: (complaint, command, ctx) => {
    const draft = waitsForHead(complaint, ctx)
    return {
      after: draft ? complaint : answered(complaint, ctx),
      facts: { agency: complaint.leadAgencyId, draft },
      message: {
        kind: 'reply',
        audience: 'public',
        text: command.text,
        state: draft ? 'draft' : 'sent',
      },
      notices: [draft ? tellHead(complaint) : tellReporter('reply')],
    }
  },
}
