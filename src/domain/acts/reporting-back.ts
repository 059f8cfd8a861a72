import { type CommandOf, type RuleContext, refuse } from '../case/command.ts'
import { type Complaint, liveClock } from '../case/complaint.ts'
import { isScore } from '../figures/satisfaction.ts'
import { holdsRole } from '../people/actor.ts'
import { dismiss, end, start } from '../time/case-clocks.ts'
import { isOverdue } from '../time/clocks.ts'
import { addDays, dateOf } from '../time/time.ts'
import {
  needsScreen,
  type Rule,
  tellAgency,
  tellReporter,
  tellVerifier,
  textRefusal,
} from './outcome.ts'

/** Days within which the reporter may reopen (docs/rules.md, Commands). */
export const REOPEN_DAYS = 30

function closed(complaint: Complaint, ctx: RuleContext): Complaint {
  return {
    ...end(complaint, ['silence'], ctx),
    state: 'closed',
    closedAt: ctx.now,
  }
}

export const confirm: Rule<CommandOf<'confirm'>> = (complaint, _command, ctx) => ({
  after: closed(complaint, ctx),
  notices: tellAgency(complaint, 'confirmed'),
})

/** The reporter was silent for ten working days after the answer. */
export const closeBySilence: Rule<CommandOf<'close_by_silence'>> = (complaint, _command, ctx) => {
  const silence = liveClock(complaint, 'silence')
  if (!silence || !isOverdue(silence, dateOf(ctx.now, ctx.calendar.offset)))
    return refuse('not_due')
  return { after: closed(complaint, ctx), notices: [tellReporter('closed_by_silence')] }
}

/** Back to work: a new settle clock of the same length; the old one's outcome stays. A new end is rated anew. */
function backToWork(complaint: Complaint, ctx: RuleContext): Complaint {
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

export const dispute: Rule<CommandOf<'dispute'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  return {
    after: { ...backToWork(complaint, ctx), disputes: complaint.disputes + 1 },
    message: {
      kind: 'reason',
      audience: 'reporter',
      text: command.text,
      state: needsScreen(complaint) ? 'screening' : 'sent',
    },
    notices: [
      ...tellAgency(complaint, 'disputed'),
      ...(needsScreen(complaint) ? [tellVerifier('answered')] : []),
    ],
  }
}

/** The reporter within thirty calendar days of closing, the verifier at any time. */
export const reopen: Rule<CommandOf<'reopen'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  const today = dateOf(ctx.now, ctx.calendar.offset)
  const last = addDays(dateOf(complaint.closedAt ?? ctx.now, ctx.calendar.offset), REOPEN_DAYS)
  const byReporter = ctx.actor.kind !== 'staff' || !holdsRole(ctx.actor, 'verifier', ctx.now)
  if (byReporter && today > last) return refuse('too_late')
  return {
    after: backToWork(complaint, ctx),
    message: {
      kind: 'reason',
      audience: 'reporter',
      text: command.text,
      state: needsScreen(complaint) && byReporter ? 'screening' : 'sent',
    },
    notices: [
      ...tellAgency(complaint, 'reopened'),
      ...(byReporter ? [] : [tellReporter('reopened')]),
    ],
  }
}

/** With a supervisory case the city may go on whatever its reporter wishes. */
export function goesOn(complaint: Complaint): boolean {
  return complaint.supervisory && complaint.leadAgencyId !== null
}

const WISHES = ['withdraw', 'dispute', 'reopen']

/** The last that the reporter wished of a case which goes on was to withdraw it. */
export function wishesWithdrawal(events: readonly { type: string }[]): boolean {
  return events.findLast(({ type }) => WISHES.includes(type))?.type === 'withdraw'
}

/** A supervisory case the city may go on with: the wish is recorded once, the case stays. */
export const withdraw: Rule<CommandOf<'withdraw'>> = (complaint, command, ctx) => {
  const text = command.text.trim()
  if (complaint.erased && text) return refuse('wrong_state', 'alasan')
  const state = needsScreen(complaint) ? ('screening' as const) : ('sent' as const)
  const message = text
    ? { kind: 'reason' as const, audience: 'reporter' as const, text, state }
    : undefined
  if (goesOn(complaint)) {
    if (command.again) return refuse('already_said')
    const notices = tellAgency(complaint, 'withdrawal_noted')
    return { after: complaint, facts: { goesOn: true }, message, notices }
  }
  return {
    after: {
      ...dismiss(complaint, ctx),
      state: 'withdrawn',
      cameFrom: null,
      closedAt: ctx.now,
      release:
        complaint.release.status === 'released'
          ? { status: 'withdrawn', point: false }
          : complaint.release,
    },
    facts: { goesOn: false },
    message,
    notices: tellAgency(complaint, 'withdrawn'),
  }
}

/** One question on closing, 1-5. Not IKM. */
export const rate: Rule<CommandOf<'rate'>> = (complaint, command) => {
  if (!isScore(command.score)) return refuse('score_out_of_range', 'nilai')
  if (complaint.rating !== null) return refuse('already_said', 'nilai')
  return { after: { ...complaint, rating: command.score }, facts: { score: command.score } }
}
