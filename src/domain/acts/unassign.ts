import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import { tellAgency } from '../case/telling.ts'
import type { Act } from './act.ts'

export interface UnassignCommand {
  name: 'unassign'
  /** Who left: by now it may be somebody else's. */
  officerId: string
}

export type UnassignFacts = { officer: string }

/** Its officer has left: it goes back to the liaisons, who are told. */
export const unassign: Act<UnassignCommand, UnassignFacts> = {
  name: 'unassign',
  from: [...HANDLED_STATES, 'awaiting_info', 'awaiting_confirmation'],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: { agency: ['unassigned'] },
  rule: (complaint, { officerId }) =>
    complaint.officerId !== officerId
      ? refuse('already_said', 'officerId')
      : {
          after: { ...complaint, officerId: null },
          facts: { officer: officerId },
          notices: tellAgency(complaint, 'unassigned'),
        },
}
