import type { CommandOf, Facts, Notice } from '../command.ts'
import type { Complaint } from '../complaint.ts'
import { fileSource } from '../parties.ts'
import { resumed } from './inquiring.ts'
import { needsScreen, type Rule, tellAgency, tellVerifier } from './outcome.ts'

/**
 * A file joins the case; its stored bytes are named by their digest. The reporter's own file
 * answers an open question like words do (domain.md, Commands: "text or file").
 */
export const attach: Rule<CommandOf<'attach'>> = (c, command, ctx) => {
  const facts = factsOf(command)
  if (fileSource(ctx.actor, c, ctx.now) === 'agency') return { after: c, facts }
  if (c.state !== 'awaiting_info')
    return { after: c, facts, notices: command.told ? [] : newsOf(c) }
  if (command.early) return { after: c, facts }
  const after = resumed(c, ctx)
  return { after, facts, notices: answeredBy(after) }
}

const factsOf = (command: CommandOf<'attach'>): Facts => ({
  attachment: command.attachmentId,
  type: command.mediaType,
  bytes: command.bytes,
  digest: command.digest,
})

/** The agency's clock runs again although it may not see an anonymous reporter's file yet. */
const answeredBy = (after: Complaint): Notice[] => {
  if (after.state === 'received') return [tellVerifier('answered')]
  const screened = needsScreen(after) ? [tellVerifier('answered')] : []
  return [...screened, ...tellAgency(after, 'answered')]
}

/** One that waits for verification lies with whoever opens it next: nobody is told of its files. */
const newsOf = (c: Complaint): Notice[] => {
  if (c.state === 'received' || c.state === 'merged') return []
  return needsScreen(c) ? [tellVerifier('file_added')] : tellAgency(c, 'file_added')
}
