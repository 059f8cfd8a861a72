import { holdsRole } from '../actor.ts'
import { dismiss, start, startDecide } from '../case-clocks.ts'
import { type CommandOf, refuse } from '../command.ts'
import { type Complaint, isRoot, type State } from '../complaint.ts'
import { type Rule, tellReporter } from './outcome.ts'

/** Joined under a root: no clock and no agency of its own until it splits. */
export const merge: Rule<CommandOf<'merge'>> = (c, { root }, ctx) => {
  if (!isRoot(root) || root.id === c.id || c.clusterSize > 1) return refuse('not_a_root', 'induk')
  if (!['received', 'awaiting_info', 'routed', 'in_progress'].includes(root.state))
    return refuse('wrong_state', 'induk')
  if (ctx.actor.kind !== 'staff') return refuse('not_allowed')
  const verifier = holdsRole(ctx.actor, 'verifier', ctx.now)
  if (!verifier && root.leadAgencyId !== c.leadAgencyId) return refuse('other_agency', 'induk')
  if (c.confidential !== root.confidential) return refuse('never_public', 'induk')
  return {
    after: {
      ...dismiss(c, ctx),
      state: 'merged',
      cameFrom: ownState(c),
      rootId: root.id,
      officerId: null,
      closeDays: null,
    },
    facts: { root: root.reference },
    notices: [tellReporter('merged')],
  }
}

/** Where it goes on when it splits: a question or a closure of its own no longer stands. */
const ownState = (c: Complaint): State => {
  if (c.leadAgencyId === null) return 'received'
  const state = c.state === 'awaiting_info' ? c.cameFrom : c.state
  return state === 'routed' ? 'routed' : 'in_progress'
}

export const join: Rule<CommandOf<'join'>> = (c, { member }) => ({
  after: { ...c, clusterSize: c.clusterSize + 1 },
  facts: { member },
})

/** A member may leave a root in any state. */
export const part: Rule<CommandOf<'part'>> = (c, { member }) => ({
  after: { ...c, clusterSize: Math.max(1, c.clusterSize - 1) },
  facts: { member },
})

/** On its own again, with clocks that start today; only the sixty days go on. */
export const split: Rule<CommandOf<'split'>> = (c, _command, ctx) => {
  const state = c.cameFrom ?? 'received'
  const own: Complaint = { ...c, rootId: c.id, state, cameFrom: null }
  const begun = startDecide(start(own, 'settle', ctx), ctx)
  const next = { received: 'verify', routed: 'follow_up' } as const
  return {
    after: state === 'received' || state === 'routed' ? start(begun, next[state], ctx) : begun,
    notices: [tellReporter('split')],
  }
}
