import { type CommandOf, refuse } from '../case/command.ts'
import { type Complaint, isRoot, type State } from '../case/complaint.ts'
import { holdsRole } from '../people/actor.ts'
import { dismiss, start, startDecide } from '../time/case-clocks.ts'
import { type Rule, tellReporter } from './outcome.ts'

/** Joined under a root: no clock and no agency of its own until it splits. */
export const merge: Rule<CommandOf<'merge'>> = (complaint, { root }, ctx) => {
  if (!isRoot(root) || root.id === complaint.id || complaint.clusterSize > 1)
    return refuse('not_a_root', 'induk')
  if (!['received', 'awaiting_info', 'routed', 'in_progress'].includes(root.state))
    return refuse('wrong_state', 'induk')
  if (ctx.actor.kind !== 'staff') return refuse('not_allowed')
  const verifier = holdsRole(ctx.actor, 'verifier', ctx.now)
  if (!verifier && root.leadAgencyId !== complaint.leadAgencyId)
    return refuse('other_agency', 'induk')
  if (complaint.confidential !== root.confidential) return refuse('never_public', 'induk')
  return {
    after: {
      ...dismiss(complaint, ctx),
      state: 'merged',
      cameFrom: ownState(complaint),
      rootId: root.id,
      officerId: null,
      closeDays: null,
    },
    facts: { root: root.reference },
    notices: [tellReporter('merged')],
  }
}

/** Where it goes on when it splits: a question or a closure of its own no longer stands. */
function ownState(complaint: Complaint): State {
  if (complaint.leadAgencyId === null) return 'received'
  const state = complaint.state === 'awaiting_info' ? complaint.cameFrom : complaint.state
  return state === 'routed' ? 'routed' : 'in_progress'
}

export const join: Rule<CommandOf<'join'>> = (complaint, { member }) => ({
  after: { ...complaint, clusterSize: complaint.clusterSize + 1 },
  facts: { member },
})

/** A member may leave a root in any state. */
export const part: Rule<CommandOf<'part'>> = (complaint, { member }) => ({
  after: { ...complaint, clusterSize: Math.max(1, complaint.clusterSize - 1) },
  facts: { member },
})

/** On its own again, with clocks that start today; only the sixty days go on. */
export const split: Rule<CommandOf<'split'>> = (complaint, _command, ctx) => {
  const state = complaint.cameFrom ?? 'received'
  const own: Complaint = { ...complaint, rootId: complaint.id, state, cameFrom: null }
  const begun = startDecide(start(own, 'settle', ctx), ctx)
  const next = { received: 'verify', routed: 'follow_up' } as const
  return {
    after: state === 'received' || state === 'routed' ? start(begun, next[state], ctx) : begun,
    notices: [tellReporter('split')],
  }
}
