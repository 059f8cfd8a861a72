import { STATES } from '../case/complaint.ts'
import type { Act } from './act.ts'

export interface ReindexCommand {
  name: 'reindex'
}

/** Its search words and its place on a desk become what the program makes of them now. */
export const reindex: Act<ReindexCommand> = {
  name: 'reindex',
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
  rule: (complaint) => ({ after: complaint }),
}
