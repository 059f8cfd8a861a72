import { answeredDays, closedDays } from '../answer-days.ts'
import { waitsForHead } from '../approval.ts'
import { end, start } from '../case-clocks.ts'
import { type CommandOf, type Context, refuse } from '../command.ts'
import type { Complaint } from '../complaint.ts'
import { type Rule, TEXT_MIN, tellReporter, textRefusal } from './outcome.ts'

const answered = (c: Complaint, ctx: Context): Complaint => ({
  ...end(c, ['follow_up'], ctx),
  firstAnswerDays: answeredDays(c, ctx),
})

/** A public answer. The first one ends the follow-up clock. */
export const reply: Rule<CommandOf<'reply'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'tanggapan')
  if (refusal) return refusal
  const draft = waitsForHead(c, ctx)
  return {
    after: draft ? c : answered(c, ctx),
    facts: { agency: c.leadAgencyId, draft },
    message: {
      kind: 'reply',
      audience: 'public',
      text: command.text,
      state: draft ? 'draft' : 'sent',
    },
    notices: draft
      ? [{ to: 'head', agencyId: c.leadAgencyId, template: 'approval' }]
      : [tellReporter('reply')],
  }
}

export const approveReply: Rule<CommandOf<'approve_reply'>> = (c, command, ctx) =>
  command.draft !== 'reply'
    ? refuse('wrong_state')
    : {
        after: answered(c, ctx),
        facts: { agency: c.leadAgencyId, message: command.messageSeq },
        notices: [tellReporter('reply')],
      }

/**
 * Nyatakan selesai: closing is earned by a public answer, a reason and evidence. A complaint
 * needs a file or a visit record; a request or aspiration is answered by the answer itself.
 */
export const proposeClosure: Rule<CommandOf<'propose_closure'>> = (c, command, ctx) => {
  const refusal =
    textRefusal(command.text, 'tanggapan', TEXT_MIN) ?? textRefusal(command.reason, 'alasan')
  if (refusal) return refusal
  const visited = command.visit !== null && command.visit.trim().length >= 10
  if (c.class === 'complaint' && command.evidenceFiles < 1 && !visited)
    return refuse('evidence_missing', 'bukti')
  const draft = waitsForHead(c, ctx)
  const reason = visited ? `${command.reason}\n\n${command.visit}` : command.reason
  return {
    after: draft ? c : proposed(c, ctx),
    facts: { agency: c.leadAgencyId, draft, evidence: command.evidenceFiles, visit: visited },
    message: {
      kind: 'closure',
      audience: 'public',
      text: command.text,
      reason,
      state: draft ? 'draft' : 'sent',
    },
    notices: draft
      ? [{ to: 'head', agencyId: c.leadAgencyId, template: 'approval' }]
      : [tellReporter('closure')],
  }
}

/** Only a draft that has passed the rules above can be approved: no closing without an answer. */
export const approveClosure: Rule<CommandOf<'approve_closure'>> = (c, command, ctx) =>
  command.draft !== 'closure'
    ? refuse('wrong_state')
    : {
        after: proposed(c, ctx),
        facts: { agency: c.leadAgencyId, message: command.messageSeq },
        notices: [tellReporter('closure')],
      }

const proposed = (c: Complaint, ctx: Context): Complaint => {
  const closed = end(answered(c, ctx), ['settle', 'decide'], ctx)
  return start(
    { ...closed, state: 'awaiting_confirmation', closeDays: closedDays(closed, ctx) },
    'silence',
    ctx,
  )
}
