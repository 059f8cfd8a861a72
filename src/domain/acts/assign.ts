import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import { tellOfficer } from '../case/telling.ts'
import type { Role } from '../people/actor.ts'
import type { Act } from './act.ts'
import { needsOfficer } from './needs.ts'

export interface AssignCommand {
  name: 'assign'
  officerId: string
  among: readonly string[]
}

export const ASSIGNABLE_ROLES = ['liaison', 'officer', 'inspectorate'] as const satisfies Role[]

export type AssignFacts = { officer: string }

export const assign: Act<AssignCommand, AssignFacts> = {
  name: 'assign',
  from: HANDLED_STATES,
  to: 'same',
  who: ['lead_liaison', 'lead_officer'],
  needs: [needsOfficer],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  letters: { officer: ['assigned'] },
  leaves: ({ officerId }) => ({ facts: { officer: officerId } }),
  rule: (complaint, { officerId }, { actor }) => {
    if (complaint.officerId === officerId) return refuse('already_said', 'officerId')
    const themselves = actor.kind === 'staff' && actor.id === officerId
    return {
      after: { ...complaint, officerId },
      facts: { officer: officerId },
      notices: themselves ? [] : [tellOfficer(complaint, 'assigned')],
    }
  },
}
