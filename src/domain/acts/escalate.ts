import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import type { Notice } from '../case/letters.ts'
import { tellReporter } from '../case/telling.ts'
import { type Clock, type ClockKind, isOverdue } from '../time/clocks.ts'
import { type BesideKind, isBeside, ladderClocks } from '../time/ladder.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface EscalateCommand {
  name: 'escalate'
  rung: number
  /** One that is climbed by beside the date that the case is held to. */
  clock?: BesideKind
}

export type EscalateFacts = { rung: number; agency: number | null; clock: ClockKind; round: number }

const AGENCYS = ['overdue', 'overdue_follow_up', 'overdue_promise'] as const

export const escalate: Act<EscalateCommand, EscalateFacts> = {
  name: 'escalate',
  from: ['received', 'awaiting_info', ...HANDLED_STATES],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  publicStep: true,
  letters: {
    verifier: ['overdue'],
    admin: ['overdue'],
    agency: AGENCYS,
    head: AGENCYS,
    inspectorate: AGENCYS,
    leader: AGENCYS,
    reporter: ['escalated', 'promise_missed'],
  },
  rule: (complaint, { rung, clock: named }, ctx) => {
    const isNamed = ({ kind }: Clock) => (isBeside(kind) ? kind : undefined) === named
    const held = ladderClocks(complaint).find(isNamed)
    if (!held || !isOverdue(held, dateOf(ctx.now, ctx.calendar.offset))) return refuse('not_due')
    if (rung <= held.rung) return refuse('already_said')
    const { kind, round } = held
    const clocks = complaint.clocks.map((clock) => (clock === held ? { ...clock, rung } : clock))
    return {
      after: { ...complaint, clocks },
      facts: { rung, agency: complaint.leadAgencyId, clock: kind, round },
      notices: toldOn(rung, complaint.leadAgencyId, kind),
    }
  },
}

function toldOn(rung: number, agencyId: number | null, kind: ClockKind): Notice[] {
  const template = isBeside(kind) ? (`overdue_${kind}` as const) : 'overdue'
  if (agencyId === null)
    return [{ to: rung < 3 ? 'verifier' : 'admin', agencyId: null, template: 'overdue' }]
  if (rung === 1) return [{ to: 'agency', agencyId, template }]
  if (rung === 2) return [{ to: 'head', agencyId, template }]
  return [
    { to: 'inspectorate', agencyId: null, template },
    { to: 'leader', agencyId: null, template },
    tellReporter(kind === 'promise' ? 'promise_missed' : 'escalated'),
  ]
}
