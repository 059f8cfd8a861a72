import { type CommandOf, type Notice, refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { dismiss, end } from '../time/case-clocks.ts'
import { isOverdue, recomputeClock } from '../time/clocks.ts'
import { dueNow } from '../time/due.ts'
import { dateOf } from '../time/time.ts'
import { type Rule, tellReporter } from './outcome.ts'

/** Thirty calendar days without the details asked for: deemed withdrawn. */
export const lapse: Rule<CommandOf<'lapse'>> = (complaint, _command, ctx) => {
  const clock = liveClock(complaint, 'completion')
  if (!clock || !isOverdue(clock, dateOf(ctx.now, ctx.calendar.offset))) return refuse('not_due')
  return {
    after: {
      ...dismiss(end(complaint, ['completion'], ctx), ctx),
      state: 'withdrawn',
      cameFrom: null,
      closedAt: ctx.now,
      release:
        complaint.release.status === 'released'
          ? { status: 'withdrawn', point: false }
          : complaint.release,
    },
    notices: [tellReporter('lapsed')],
  }
}

/** The ladder after the due date: liaison, head, then city. Each rung once per clock. */
export const escalate: Rule<CommandOf<'escalate'>> = (complaint, { rung }, ctx) => {
  const due = dueNow(complaint)
  if (due.kind !== 'due' || !isOverdue(due.clock, dateOf(ctx.now, ctx.calendar.offset)))
    return refuse('not_due')
  if (rung <= due.clock.rung) return refuse('already_said')
  const clocks = complaint.clocks.map((clock) => (clock === due.clock ? { ...clock, rung } : clock))
  return {
    after: { ...complaint, clocks },
    facts: { rung, agency: complaint.leadAgencyId, clock: due.clock.kind, round: due.clock.round },
    notices: rungNotices(complaint.leadAgencyId, rung),
  }
}

function rungNotices(agencyId: number | null, rung: number): Notice[] {
  if (agencyId === null)
    return [{ to: rung < 3 ? 'verifier' : 'admin', agencyId: null, template: 'overdue' }]
  if (rung === 1) return [{ to: 'agency', agencyId, template: 'overdue' }]
  if (rung === 2) return [{ to: 'head', agencyId, template: 'overdue' }]
  return [
    { to: 'inspectorate', agencyId: null, template: 'overdue' },
    { to: 'leader', agencyId: null, template: 'overdue' },
    tellReporter('escalated'),
  ]
}

/** The calendar changed: due days are reckoned again, and the change is an event. */
export const recompute: Rule<CommandOf<'recompute'>> = (complaint, _command, ctx) => {
  const clocks = complaint.clocks.map((clock) => recomputeClock(clock, clock.length, ctx.calendar))
  const moved = clocks.filter((clock, i) => clock.dueDay !== complaint.clocks[i]?.dueDay).length
  const same = clocks.every((clock, i) => clock.provisional === complaint.clocks[i]?.provisional)
  if (moved === 0 && same) return refuse('nothing_to_undo')
  const settle = liveClock(complaint, 'settle')
  const after = { ...complaint, clocks }
  return {
    after,
    facts: { moved, from: settle?.dueDay ?? null, to: liveClock(after, 'settle')?.dueDay ?? null },
  }
}
