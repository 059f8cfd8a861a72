import type { CommandOf, RuleContext } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { answeredDays } from '../time/answer-days.ts'
import { end, pauseAll, resumeAll, start } from '../time/case-clocks.ts'
import { dateOf } from '../time/time.ts'
import {
  needsScreen,
  type Rule,
  tellAgency,
  tellReporter,
  tellVerifier,
  textRefusal,
} from './outcome.ts'

/** The reporter is asked for details; the clocks that may stand still do. */
export const ask: Rule<CommandOf<'ask'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'pertanyaan')
  if (refusal) return refusal
  const fromAgency = complaint.state !== 'received'
  const asked: Complaint = { ...complaint, state: 'awaiting_info', cameFrom: complaint.state }
  const answered = fromAgency
    ? { ...end(asked, ['follow_up'], ctx), firstAnswerDays: answeredDays(complaint, ctx) }
    : end(asked, ['complete'], ctx)
  const today = dateOf(ctx.now, ctx.calendar.offset)
  return {
    after: start(pauseAll(answered, ctx), 'completion', ctx, today),
    facts: { agency: fromAgency ? complaint.leadAgencyId : null },
    message: { kind: 'question', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('question')],
  }
}

/** Back where it was when the question was asked, with the clocks that stood still running again. */
export function resumed(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...resumeAll(end(complaint, ['completion'], ctx), ctx),
    state: complaint.cameFrom ?? 'received',
    cameFrom: null,
  }
}

/** The reporter answers; an anonymous one's words pass the verifier's screen before the agency. */
export const answer: Rule<CommandOf<'answer'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'jawaban', 2)
  if (refusal) return refusal
  const after = resumed(complaint, ctx)
  const toAgency = after.state !== 'received'
  const screened = needsScreen(complaint) && toAgency
  return {
    after,
    message: {
      kind: 'answer',
      audience: 'reporter',
      text: command.text,
      state: screened ? 'screening' : 'sent',
    },
    notices: screened || !toAgency ? [tellVerifier('answered')] : tellAgency(complaint, 'answered'),
  }
}
