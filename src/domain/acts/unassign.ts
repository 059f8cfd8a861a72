import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import { tellAgency, tellOfficer } from '../case/telling.ts'
import type { Act } from './act.ts'

export interface UnassignCommand {
  name: 'unassign'
  /** Who left: by now it may be somebody else's. */
  officerId: string
  /** To whom an administrator handed the work over. */
  successor?: { id: string; by: string }
}

export type UnassignFacts =
  | { officer: string }
  | { officer: string; successor: string; givenBy: string }

/** Its officer has left: it goes to whoever was named, or back to the liaisons, who are told. */
export const unassign: Act<UnassignCommand, UnassignFacts> = {
  name: 'unassign',
  from: [...HANDLED_STATES, 'awaiting_info', 'awaiting_confirmation'],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: { agency: ['unassigned'], officer: ['assigned'] },
  rule: (complaint, { officerId, successor }) => {
    if (complaint.officerId !== officerId) return refuse('already_said', 'officerId')
    if (!successor)
      return {
        after: { ...complaint, officerId: null },
        facts: { officer: officerId },
        notices: tellAgency(complaint, 'unassigned'),
      }
    return {
      after: { ...complaint, officerId: successor.id },
      facts: { officer: officerId, successor: successor.id, givenBy: successor.by },
      notices: [tellOfficer(complaint, 'assigned')],
    }
  },
}
