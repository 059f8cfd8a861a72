import type { CommandOf, Facts, Notice } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { fileSource } from '../case/parties.ts'
import { resumed } from './inquiring.ts'
import { needsScreen, type Rule, tellAgency, tellVerifier } from './outcome.ts'

/**
 * A file joins the case; its stored bytes are named by their digest. The reporter's own file
 * answers an open question like words do (docs/rules.md, Commands).
 */
export const attach: Rule<CommandOf<'attach'>> = (complaint, command, ctx) => {
  const facts = factsOf(command)
  if (fileSource(ctx.actor, complaint, ctx.now) === 'agency') return { after: complaint, facts }
  if (complaint.state !== 'awaiting_info')
    return { after: complaint, facts, notices: command.told ? [] : newsOf(complaint) }
  if (command.early) return { after: complaint, facts }
  const after = resumed(complaint, ctx)
  return { after, facts, notices: answeredBy(after) }
}

function factsOf(command: CommandOf<'attach'>): Facts {
  return {
    attachment: command.attachmentId,
    type: command.mediaType,
    bytes: command.bytes,
    digest: command.digest,
  }
}

/** The agency's clock runs again although it may not see an anonymous reporter's file yet. */
function answeredBy(after: Complaint): Notice[] {
  if (after.state === 'received') return [tellVerifier('answered')]
  const screened = needsScreen(after) ? [tellVerifier('answered')] : []
  return [...screened, ...tellAgency(after, 'answered')]
}

/** One that waits for verification lies with whoever opens it next: nobody is told of its files. */
function newsOf(complaint: Complaint): Notice[] {
  if (complaint.state === 'received' || complaint.state === 'merged') return []
  return needsScreen(complaint) ? [tellVerifier('file_added')] : tellAgency(complaint, 'file_added')
}
