import { OPEN_STATES } from '../case/complaint.ts'
import type { Act, HalfCommand } from './act.ts'

export type JoinFacts = { member: string }

export const join: Act<HalfCommand, JoinFacts> = {
  name: 'join',
  from: OPEN_STATES,
  to: 'same',
  who: ['verifier', 'lead_liaison'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: {},
  rule: (root, { member }) => ({
    after: { ...root, clusterSize: root.clusterSize + 1 },
    facts: { member },
  }),
}
