import { STATES } from '../case/complaint.ts'
import { actorId } from '../people/actor.ts'
import type { Act, HalfCommand } from './act.ts'

/** `by`: whoever split the member off, as the chain keeps an actor. */
export type PartFacts = { member: string; by: string }

export const part: Act<HalfCommand, PartFacts> = {
  name: 'part',
  from: STATES,
  to: 'same',
  who: ['verifier', 'lead_liaison', 'reporter', 'timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  deskOnly: true,
  letters: {},
  rule: (root, { member, filings }, { actor }) => ({
    after: { ...root, clusterSize: Math.max(1, root.clusterSize - filings) },
    facts: { member, by: actorId(actor) },
  }),
}
