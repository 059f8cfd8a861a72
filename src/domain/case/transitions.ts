import { answeredDays, closedDays } from '../time/answer-days.ts'
import { dismiss, end, resumeAll, start } from '../time/case-clocks.ts'
import type { RuleContext } from './command.ts'
import type { Complaint } from './complaint.ts'
import { withdrawn } from './release.ts'

/** What several acts make of a complaint alike. */

/** The first public answer or question ends the follow-up clock. */
export function answered(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...end(complaint, ['follow_up'], ctx),
    firstAnswerDays: answeredDays(complaint, ctx),
  }
}

/** Said to be done: the promise is kept, and the reporter is asked. */
export function proposed(complaint: Complaint, ctx: RuleContext): Complaint {
  const done = end(answered(complaint, ctx), ['settle', 'decide'], ctx)
  return start(
    { ...done, state: 'awaiting_confirmation', closeDays: closedDays(done, ctx) },
    'silence',
    ctx,
  )
}

/** Back where it was when the question was asked, with the clocks that stood still running again. */
export function resumed(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...resumeAll(end(complaint, ['completion'], ctx), ctx),
    state: complaint.cameFrom ?? 'received',
    cameFrom: null,
  }
}

export function closed(complaint: Complaint, ctx: RuleContext): Complaint {
  return { ...end(complaint, ['silence'], ctx), state: 'closed', closedAt: ctx.now }
}

/** Back to work: a new settle clock of the same length; the old one's outcome stays. A new end is rated anew. */
export function backToWork(complaint: Complaint, ctx: RuleContext): Complaint {
  return start(
    {
      ...dismiss(complaint, ctx, ['silence']),
      state: 'in_progress',
      closeDays: null,
      closedAt: null,
      rating: null,
    },
    'settle',
    ctx,
  )
}

/** Over without an answer from an agency: no clock runs, and nothing of it is public. */
export function gone(
  complaint: Complaint,
  state: 'referred' | 'archived' | 'withdrawn',
  ctx: RuleContext,
): Complaint {
  return {
    ...dismiss(complaint, ctx),
    state,
    cameFrom: null,
    closedAt: ctx.now,
    release: withdrawn(complaint.release),
  }
}
