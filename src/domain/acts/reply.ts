import { waitsForHead } from '../case/approval.ts'
import { draftOf, draftWaits } from '../case/drafts.ts'
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
    const waits = draft ? draftWaits(complaint) : null
    if (waits) return waits
    // the head's own words take the place of those that wait for the head
    const own = complaint.draft?.kind === 'reply' ? { ...complaint, draft: null } : complaint
    return {
      after: draft
        ? { ...complaint, draft: draftOf(complaint, 'reply', ctx.actor) }
        : answered(own, ctx),
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
