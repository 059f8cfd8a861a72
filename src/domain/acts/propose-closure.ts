import { waitsForHead } from '../case/approval.ts'
import { draftOf, draftWaits } from '../case/drafts.ts'
import { tellHead, tellReporter } from '../case/telling.ts'
import { proposed } from '../case/transitions.ts'
import { TEXT_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { isVisit, needsEvidence, needsWords } from './needs.ts'

export interface ProposeClosureCommand {
  name: 'propose_closure'
  text: string
  reason: string
  evidenceFiles: number
  /** Day of a site visit that stands as evidence, with who went, in words. */
  visit: string | null
}

export type ProposeClosureFacts = {
  agency: number | null
  draft: boolean
  evidence: number
  visit: boolean
}

export const proposeClosure: Act<ProposeClosureCommand, ProposeClosureFacts> = {
  name: 'propose_closure',
  from: ['in_progress'],
  to: 'awaiting_confirmation',
  who: ['lead_liaison', 'lead_officer', 'lead_head'],
  needs: [needsWords('text', 'text', TEXT_MIN), needsWords('reason', 'reason'), needsEvidence],
  undoable: true,
  onceErased: true,
  publicStep: true,
  words: ['text', 'reason'],
  letters: { head: ['approval'], reporter: ['closure'] },
  leaves: (command) => ({ reason: reasonOf(command) }),
  rule: (complaint, command, ctx) => {
    const draft = waitsForHead(complaint, ctx)
    const waits = draft ? draftWaits(complaint) : null
    if (waits) return waits
    return {
      after: draft
        ? { ...complaint, draft: draftOf(complaint, 'closure', ctx.actor) }
        : proposed(complaint, ctx),
      facts: {
        agency: complaint.leadAgencyId,
        draft,
        evidence: command.evidenceFiles,
        visit: isVisit(command.visit),
      },
      message: {
        kind: 'closure',
        audience: 'public',
        text: command.text,
        reason: reasonOf(command),
        state: draft ? 'draft' : 'sent',
      },
      notices: [draft ? tellHead(complaint) : tellReporter('closure')],
    }
  },
}

function reasonOf({ reason, visit }: ProposeClosureCommand): string {
  return isVisit(visit) ? `${reason}\n\n${visit}` : reason
}
