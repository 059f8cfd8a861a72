import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import type { Notice } from '../case/letters.ts'
import { tellReporter } from '../case/telling.ts'
import { type ClockKind, isOverdue } from '../time/clocks.ts'
import { dueNow } from '../time/due.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface EscalateCommand {
  name: 'escalate'
  rung: number
}

export type EscalateFacts = { rung: number; agency: number | null; clock: ClockKind; round: number }

export const escalate: Act<EscalateCommand, EscalateFacts> = {
  name: 'escalate',
  from: ['received', ...HANDLED_STATES],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  publicStep: true,
  letters: {
    verifier: ['overdue'],
    admin: ['overdue'],
    agency: ['overdue'],
    head: ['overdue'],
    inspectorate: ['overdue'],
    leader: ['overdue'],
    reporter: ['escalated'],
  },
  rule: (complaint, { rung }, ctx) => {
    const due = dueNow(complaint)
    if (due.kind !== 'due' || !isOverdue(due.clock, dateOf(ctx.now, ctx.calendar.offset)))
      return refuse('not_due')
    if (rung <= due.clock.rung) return refuse('already_said')
    const { kind, round } = due.clock
    const clocks = complaint.clocks.map((clock) =>
      clock === due.clock ? { ...clock, rung } : clock,
    )
    return {
      after: { ...complaint, clocks },
      facts: { rung, agency: complaint.leadAgencyId, clock: kind, round },
      notices: toldOn(rung, complaint.leadAgencyId),
    }
  },
}

function toldOn(rung: number, agencyId: number | null): Notice[] {
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
