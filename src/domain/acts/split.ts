import type { Complaint } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import { start, startDecide } from '../time/case-clocks.ts'
import type { NoFacts, PairAct } from './act.ts'
import { type PartFacts, part } from './part.ts'

export interface SplitCommand {
  name: 'split'
  root: Complaint
}

export const split: PairAct<SplitCommand, NoFacts, PartFacts> = {
  name: 'split',
  from: ['merged'],
  to: 'back',
  who: ['verifier', 'lead_liaison', 'reporter', 'timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  letters: { reporter: ['split'] },
  onRoot: part,
  // whoever may split the member may part it from the root, whose desk may be another's
  asksRoot: false,
  rule: (complaint, _command, ctx) => {
    const state = complaint.cameFrom ?? 'received'
    const own: Complaint = { ...complaint, rootId: complaint.id, state, cameFrom: null }
    const begun = startDecide(start(own, 'settle', ctx), ctx)
    const next = { received: 'verify', routed: 'follow_up' } as const
    return {
      after: state === 'received' || state === 'routed' ? start(begun, next[state], ctx) : begun,
      notices: [tellReporter('split')],
    }
  },
}
