import { type CommandOf, refuse } from '../case/command.ts'
import { ruleOf } from '../case/lifecycle.ts'
import { actorId } from '../people/actor.ts'
import type { Rule } from './outcome.ts'

/** Seconds in which the same person may take a command back. */
export const UNDO_SECONDS = 10
/** Slack for a slow line between the button and us. */
const GRACE_MS = 1_500

/** Restores what stood before the last event; both stay in the history. An approved draft waits again. */
export const undo: Rule<CommandOf<'undo'>> = (complaint, command, ctx) => {
  const approval = command.undone === 'approve_reply' || command.undone === 'approve_closure'
  const [undone, approved] = [command.undoneSeq, approval ? command.approvedSeq : null]
  const tooLate = ctx.now - command.committedAt > UNDO_SECONDS * 1000 + GRACE_MS
  const other = actorId(ctx.actor) !== command.by
  const lasting = !ruleOf(command.undone).undoable
  const nameless = approval && approved === null
  if (tooLate || other || lasting || nameless || undone !== complaint.version)
    return refuse('nothing_to_undo')
  return {
    after: { ...command.previous, version: complaint.version, lastHash: complaint.lastHash },
    facts: { undone, approved },
  }
}
