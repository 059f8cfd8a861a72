import type { Decision } from '../../src/domain/case/command.ts'
import type { Complaint } from '../../src/domain/case/complaint.ts'

const standing = ['running', 'paused']

/** Promises and follow-ups of which a report is late on a day: ended so, or open past their date. */
const lateOn = (c: Complaint, day: string) => {
  const late = c.clocks.filter(({ status, late: is, pauses, dueDay, dueAt }) => {
    const stood = pauses.find(({ to }) => to === null)
    if (dueAt !== null && stood?.fromAt) return is || stood.fromAt > dueAt
    const on = stood?.from ?? day
    return is || (standing.includes(status) && on > dueDay)
  })
  const of = (...kinds: string[]) => late.filter(({ kind }) => kinds.includes(kind)).length
  return {
    promise: c.everLate || of('settle', 'decide') > 0,
    followUps: of('follow_up'),
    targets: of('target'),
  }
}

/**
 * What a command took away of lateness: nothing may. Only a decree does, and the undo of a command
 * that is itself taken back.
 */
export const lateLost = ({ command, before, after }: Decision, day: string): string[] => {
  if (!before || command === 'undo' || command === 'recompute') return []
  const [was, is] = [lateOn(before, day), lateOn(after, day)]
  return [
    ...(was.promise && !is.promise ? [`${command} made a late promise one in time`] : []),
    ...(was.targets > is.targets ? [`${command} made a late limit one in time`] : []),
    ...(was.followUps > is.followUps ? [`${command} made a late follow-up one in time`] : []),
  ]
}
