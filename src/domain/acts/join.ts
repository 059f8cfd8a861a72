import { OPEN_STATES } from '../case/complaint.ts'
import type { Act, HalfCommand } from './act.ts'

/** `filings`: those that it brings along, itself counted. */
export type JoinFacts = { member: string; filings: number }

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
  rule: (root, { member, filings }) => ({
    after: { ...root, clusterSize: root.clusterSize + filings },
    facts: { member, filings },
  }),
}
