import { refuse } from '../case/command.ts'
import { STATES } from '../case/complaint.ts'
import type { Act } from './act.ts'

export interface SealKeyCommand {
  name: 'seal_key'
}

/** What is kept of the key is sealed anew; the key itself stays as it is. */
export const sealKey: Act<SealKeyCommand> = {
  name: 'seal_key',
  from: STATES,
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  passing: true,
  onceErased: true,
  deskOnly: true,
  upkeep: true,
  letters: {},
  rule: (complaint) => (complaint.hasKeyHolder ? { after: complaint } : refuse('not_allowed')),
}
