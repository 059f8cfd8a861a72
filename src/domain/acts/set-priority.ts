import { refuse } from '../case/command.ts'
import { HANDLED_STATES, type Priority } from '../case/complaint.ts'
import type { Act } from './act.ts'

export interface SetPriorityCommand {
  name: 'set_priority'
  priority: Priority
}

export type SetPriorityFacts = { priority: Priority }

export const setPriority: Act<SetPriorityCommand, SetPriorityFacts> = {
  name: 'set_priority',
  from: HANDLED_STATES,
  to: 'same',
  who: ['lead_liaison', 'lead_officer'],
  needs: [],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  letters: {},
  leaves: ({ priority }) => ({ facts: { priority } }),
  rule: (complaint, { priority }) =>
    complaint.priority === priority
      ? refuse('already_said', 'priority')
      : { after: { ...complaint, priority }, facts: { priority } },
}
