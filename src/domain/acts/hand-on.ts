import { refuse } from '../case/command.ts'
import { isHandingOn } from '../case/complaint.ts'
import type { Act } from './act.ts'

export interface HandOnCommand {
  name: 'hand_on'
}

/** All that was joined under it has followed it to its root: it stands for itself alone. */
export const handOn: Act<HandOnCommand> = {
  name: 'hand_on',
  from: ['merged'],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  upkeep: true,
  letters: {},
  rule: (complaint) =>
    isHandingOn(complaint) ? { after: { ...complaint, clusterSize: 1 } } : refuse('wrong_state'),
}
