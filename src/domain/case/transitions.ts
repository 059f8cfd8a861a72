import { answeredDays, closedDays } from '../time/answer-days.ts'
import { dismiss, end, reclass, resumeAll, start, takeBack } from '../time/case-clocks.ts'
import { targetAgain } from '../time/target.ts'
import type { RuleContext } from './command.ts'
import { type Complaint, clockOf } from './complaint.ts'
import { withdrawn } from './release.ts'

export function answered(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...end(complaint, ['follow_up'], ctx),
    firstAnswerDays: answeredDays(complaint, ctx),
  }
}

export function proposed(complaint: Complaint, ctx: RuleContext): Complaint {
  const done = end(answered(complaint, ctx), ['settle', 'decide', 'promise', 'target'], ctx)
  return start(
    { ...done, state: 'awaiting_confirmation', closeDays: closedDays(done, ctx) },
    'silence',
    ctx,
  )
}

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

/** The old clock's outcome stays beside a new one of the same length. A new end is rated anew. */
export function backToWork(complaint: Complaint, ctx: RuleContext): Complaint {
  const ruleOf = clockOf(complaint, 'settle')?.startDay
  const back: Complaint = {
    ...dismiss(complaint, ctx, ['silence']),
    state: 'in_progress',
    closeDays: null,
    closedAt: null,
    unheard: false,
    rating: null,
  }
  return start(targetAgain(back, ctx), 'settle', ctx, { ruleOf })
}

/** As if just answered: it goes on from its own start, with whoever had asked. */
export function unlapsed(complaint: Complaint, ctx: RuleContext): Complaint {
  const state = complaint.leadAgencyId === null ? 'received' : 'in_progress'
  const back: Complaint = { ...complaint, state, closedAt: null, lapsed: false, unheard: false }
  return reclass(takeBack(back, 'archive', ctx), ctx)
}

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
