import { answeredDays } from '../answer-days.ts'
import { end, pauseAll, resumeAll, start } from '../case-clocks.ts'
import type { CommandOf, Context } from '../command.ts'
import type { Complaint } from '../complaint.ts'
import { dateOf } from '../time.ts'
import {
  needsScreen,
  type Rule,
  tellAgency,
  tellReporter,
  tellVerifier,
  textRefusal,
} from './outcome.ts'

/** The reporter is asked for details; the clocks that may stand still do. */
export const ask: Rule<CommandOf<'ask'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'pertanyaan')
  if (refusal) return refusal
  const fromAgency = c.state !== 'received'
  const asked: Complaint = { ...c, state: 'awaiting_info', cameFrom: c.state }
  const answered = fromAgency
    ? { ...end(asked, ['follow_up'], ctx), firstAnswerDays: answeredDays(c, ctx) }
    : end(asked, ['complete'], ctx)
  const today = dateOf(ctx.now, ctx.calendar.offset)
  return {
    after: start(pauseAll(answered, ctx), 'completion', ctx, today),
    facts: { agency: fromAgency ? c.leadAgencyId : null },
    message: { kind: 'question', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('question')],
  }
}

/** Back where it was when the question was asked, with the clocks that stood still running again. */
export const resumed = (c: Complaint, ctx: Context): Complaint => ({
  ...resumeAll(end(c, ['completion'], ctx), ctx),
  state: c.cameFrom ?? 'received',
  cameFrom: null,
})

/** The reporter answers; an anonymous one's words pass the verifier's screen before the agency. */
export const answer: Rule<CommandOf<'answer'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'jawaban', 2)
  if (refusal) return refusal
  const after = resumed(c, ctx)
  const toAgency = after.state !== 'received'
  const screened = needsScreen(c) && toAgency
  return {
    after,
    message: {
      kind: 'answer',
      audience: 'reporter',
      text: command.text,
      state: screened ? 'screening' : 'sent',
    },
    notices: screened || !toAgency ? [tellVerifier('answered')] : tellAgency(c, 'answered'),
  }
}
