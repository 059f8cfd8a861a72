import { holdsRole } from '../actor.ts'
import { dismiss, end, start } from '../case-clocks.ts'
import { isOverdue } from '../clocks.ts'
import { type CommandOf, type Context, refuse } from '../command.ts'
import { type Complaint, liveClock } from '../complaint.ts'
import { isScore } from '../satisfaction.ts'
import { addDays, dateOf } from '../time.ts'
import {
  needsScreen,
  type Rule,
  tellAgency,
  tellReporter,
  tellVerifier,
  textRefusal,
} from './outcome.ts'

/** Days within which the reporter may reopen (domain.md, Commands). */
export const REOPEN_DAYS = 30

const closed = (c: Complaint, ctx: Context): Complaint => ({
  ...end(c, ['silence'], ctx),
  state: 'closed',
  closedAt: ctx.now,
})

export const confirm: Rule<CommandOf<'confirm'>> = (c, _command, ctx) => ({
  after: closed(c, ctx),
  notices: tellAgency(c, 'confirmed'),
})

/** The reporter was silent for ten working days after the answer. */
export const closeBySilence: Rule<CommandOf<'close_by_silence'>> = (c, _command, ctx) => {
  const silence = liveClock(c, 'silence')
  if (!silence || !isOverdue(silence, dateOf(ctx.now, ctx.calendar.offset)))
    return refuse('not_due')
  return { after: closed(c, ctx), notices: [tellReporter('closed_by_silence')] }
}

/** Back to work: a new settle clock of the same length; the old one's outcome stays. A new end is rated anew. */
const backToWork = (c: Complaint, ctx: Context): Complaint =>
  start(
    {
      ...dismiss(c, ctx, ['silence']),
      state: 'in_progress',
      closeDays: null,
      closedAt: null,
      rating: null,
    },
    'settle',
    ctx,
  )

export const dispute: Rule<CommandOf<'dispute'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  return {
    after: { ...backToWork(c, ctx), disputes: c.disputes + 1 },
    message: {
      kind: 'reason',
      audience: 'reporter',
      text: command.text,
      state: needsScreen(c) ? 'screening' : 'sent',
    },
    notices: [...tellAgency(c, 'disputed'), ...(needsScreen(c) ? [tellVerifier('answered')] : [])],
  }
}

/** The reporter within thirty calendar days of closing, the verifier at any time. */
export const reopen: Rule<CommandOf<'reopen'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  const today = dateOf(ctx.now, ctx.calendar.offset)
  const last = addDays(dateOf(c.closedAt ?? ctx.now, ctx.calendar.offset), REOPEN_DAYS)
  const byReporter = ctx.actor.kind !== 'staff' || !holdsRole(ctx.actor, 'verifier', ctx.now)
  if (byReporter && today > last) return refuse('too_late')
  return {
    after: backToWork(c, ctx),
    message: {
      kind: 'reason',
      audience: 'reporter',
      text: command.text,
      state: needsScreen(c) && byReporter ? 'screening' : 'sent',
    },
    notices: [...tellAgency(c, 'reopened'), ...(byReporter ? [] : [tellReporter('reopened')])],
  }
}

/** With a supervisory case the city may go on whatever its reporter wishes. */
export const goesOn = (c: Complaint): boolean => c.supervisory && c.leadAgencyId !== null

const WISHES = ['withdraw', 'dispute', 'reopen']

/** The last that the reporter wished of a case which goes on was to withdraw it. */
export const wishesWithdrawal = (events: readonly { type: string }[]): boolean =>
  events.findLast(({ type }) => WISHES.includes(type))?.type === 'withdraw'

/** A supervisory case the city may go on with: the wish is recorded once, the case stays. */
export const withdraw: Rule<CommandOf<'withdraw'>> = (c, command, ctx) => {
  const text = command.text.trim()
  if (c.erased && text) return refuse('wrong_state', 'alasan')
  const state = needsScreen(c) ? ('screening' as const) : ('sent' as const)
  const message = text
    ? { kind: 'reason' as const, audience: 'reporter' as const, text, state }
    : undefined
  if (goesOn(c)) {
    if (command.again) return refuse('already_said')
    const notices = tellAgency(c, 'withdrawal_noted')
    return { after: c, facts: { goesOn: true }, message, notices }
  }
  return {
    after: {
      ...dismiss(c, ctx),
      state: 'withdrawn',
      cameFrom: null,
      closedAt: ctx.now,
      release: c.release.status === 'released' ? { status: 'withdrawn', point: false } : c.release,
    },
    facts: { goesOn: false },
    message,
    notices: tellAgency(c, 'withdrawn'),
  }
}

/** One question on closing, 1-5. Not IKM. */
export const rate: Rule<CommandOf<'rate'>> = (c, command) => {
  if (!isScore(command.score)) return refuse('score_out_of_range', 'nilai')
  if (c.rating !== null) return refuse('already_said', 'nilai')
  return { after: { ...c, rating: command.score }, facts: { score: command.score } }
}
