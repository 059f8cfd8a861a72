import { waitsForHead } from '../case/approval.ts'
import { type CommandOf, type RuleContext, refuse } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { answeredDays, closedDays } from '../time/answer-days.ts'
import { end, start } from '../time/case-clocks.ts'
import { type Rule, TEXT_MIN, tellReporter, textRefusal } from './outcome.ts'

function answered(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...end(complaint, ['follow_up'], ctx),
    firstAnswerDays: answeredDays(complaint, ctx),
  }
}

/** A public answer. The first one ends the follow-up clock. */
export const reply: Rule<CommandOf<'reply'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'tanggapan')
  if (refusal) return refusal
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
    notices: draft
      ? [{ to: 'head', agencyId: complaint.leadAgencyId, template: 'approval' }]
      : [tellReporter('reply')],
  }
}

export const approveReply: Rule<CommandOf<'approve_reply'>> = (complaint, command, ctx) =>
  command.draft !== 'reply'
    ? refuse('wrong_state')
    : {
        after: answered(complaint, ctx),
        facts: { agency: complaint.leadAgencyId, message: command.messageSeq },
        notices: [tellReporter('reply')],
      }

/**
 * Nyatakan selesai: closing is earned by a public answer, a reason and evidence. A complaint
 * needs a file or a visit record; a request or aspiration is answered by the answer itself.
 */
export const proposeClosure: Rule<CommandOf<'propose_closure'>> = (complaint, command, ctx) => {
  const refusal =
    textRefusal(command.text, 'tanggapan', TEXT_MIN) ?? textRefusal(command.reason, 'alasan')
  if (refusal) return refusal
  const visited = command.visit !== null && command.visit.trim().length >= 10
  if (complaint.class === 'complaint' && command.evidenceFiles < 1 && !visited)
    return refuse('evidence_missing', 'bukti')
  const draft = waitsForHead(complaint, ctx)
  const reason = visited ? `${command.reason}\n\n${command.visit}` : command.reason
  return {
    after: draft ? complaint : proposed(complaint, ctx),
    facts: {
      agency: complaint.leadAgencyId,
      draft,
      evidence: command.evidenceFiles,
      visit: visited,
    },
    message: {
      kind: 'closure',
      audience: 'public',
      text: command.text,
      reason,
      state: draft ? 'draft' : 'sent',
    },
    notices: draft
      ? [{ to: 'head', agencyId: complaint.leadAgencyId, template: 'approval' }]
      : [tellReporter('closure')],
  }
}

/** Only a draft that has passed the rules above can be approved: no closing without an answer. */
export const approveClosure: Rule<CommandOf<'approve_closure'>> = (complaint, command, ctx) =>
  command.draft !== 'closure'
    ? refuse('wrong_state')
    : {
        after: proposed(complaint, ctx),
        facts: { agency: complaint.leadAgencyId, message: command.messageSeq },
        notices: [tellReporter('closure')],
      }

function proposed(complaint: Complaint, ctx: RuleContext): Complaint {
  const closed = end(answered(complaint, ctx), ['settle', 'decide'], ctx)
  return start(
    { ...closed, state: 'awaiting_confirmation', closeDays: closedDays(closed, ctx) },
    'silence',
    ctx,
  )
}
