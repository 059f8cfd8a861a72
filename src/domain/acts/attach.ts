import { type Complaint, OPEN_STATES } from '../case/complaint.ts'
import type { Notice } from '../case/letters.ts'
import { fileSource } from '../case/parties.ts'
import { needsScreen, tellAgency, tellVerifier } from '../case/telling.ts'
import { resumed } from '../case/transitions.ts'
import type { Act } from './act.ts'
import { needsFile } from './needs.ts'

export interface AttachCommand {
  name: 'attach'
  attachmentId: string
  mediaType: string
  bytes: number
  digest: string
  /** Sent from a page read before the question that stands now: it answers nothing. */
  early?: boolean
  /** Whoever is to know of a later file had a letter today of what the reporter sent. */
  told?: boolean
}

export type AttachFacts = { attachment: string; type: string; bytes: number; digest: string }

/** The reporter's own file answers a question as words do (docs/rules.md, Commands). */
export const attach: Act<AttachCommand, AttachFacts> = {
  name: 'attach',
  from: [...OPEN_STATES, 'merged'],
  to: 'answers',
  who: ['reporter', 'verifier', 'lead_liaison', 'lead_officer', 'lead_head'],
  needs: [needsFile],
  undoable: false,
  passing: true,
  onceErased: false,
  letters: { verifier: ['answered', 'file_added'], agency: ['answered', 'file_added'] },
  rule: (complaint, command, ctx) => {
    const facts: AttachFacts = {
      attachment: command.attachmentId,
      type: command.mediaType,
      bytes: command.bytes,
      digest: command.digest,
    }
    if (fileSource(ctx.actor, complaint, ctx.now, ctx.city) === 'agency')
      return { after: complaint, facts }
    if (complaint.state !== 'awaiting_info')
      return {
        after: complaint,
        facts,
        heard: complaint.state === 'merged' && !needsScreen(complaint),
        notices: command.told ? [] : newsOf(complaint),
      }
    if (command.early) return { after: complaint, facts }
    const after = resumed(complaint, ctx)
    return { after, facts, notices: answeredBy(after) }
  },
}

/** The agency's clock runs again although it may not see an anonymous reporter's file yet. */
function answeredBy(after: Complaint): Notice[] {
  if (after.state === 'received') return [tellVerifier('answered')]
  const screened = needsScreen(after) ? [tellVerifier('answered')] : []
  return [...screened, ...tellAgency(after, 'answered')]
}

/** One that waits for verification lies with whoever opens it next: nobody is told of its files. */
function newsOf(complaint: Complaint): Notice[] {
  if (complaint.state === 'received') return []
  // its root hears of the others
  if (complaint.state === 'merged')
    return needsScreen(complaint) ? [tellVerifier('file_added')] : []
  return needsScreen(complaint) ? [tellVerifier('file_added')] : tellAgency(complaint, 'file_added')
}
