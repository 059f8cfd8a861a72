import { type Refusal, type RuleContext, refuse } from '../case/command.ts'
import { type Complaint, isRoot, isTest, OPEN_STATES, type State } from '../case/complaint.ts'
import { notObjected } from '../case/objection.ts'
import { isParty } from '../case/parties.ts'
import { tellReporter } from '../case/telling.ts'
import { dismiss } from '../time/case-clocks.ts'
import type { PairAct } from './act.ts'
import { type JoinFacts, join } from './join.ts'
import { needsRoot } from './needs.ts'

export interface MergeCommand {
  name: 'merge'
  root: Complaint
  /** Something that was joined to it is still bringing those under it along. */
  moving?: boolean
}

/** `root`: its number. */
export type MergeFacts = { root: string }

export const merge: PairAct<MergeCommand, MergeFacts, JoinFacts> = {
  name: 'merge',
  from: OPEN_STATES,
  to: 'merged',
  who: ['verifier', 'lead_liaison'],
  needs: [needsRoot],
  undoable: false,
  onceErased: true,
  letters: { reporter: ['merged'] },
  permitted: (complaint) => (isRoot(complaint) ? notObjected(complaint) : refuse('not_a_root')),
  onRoot: join,
  asksRoot: true,
  // those under it follow by themselves: follow.ts
  rule: (complaint, { root, moving }, ctx) =>
    (moving ? refuse('still_moving') : rootRefusal(complaint, root, ctx)) ?? {
      after: {
        ...dismiss(complaint, ctx),
        state: 'merged',
        quarantined: false,
        cameFrom: ownState(complaint),
        rootId: root.id,
        officerId: null,
        closeDays: null,
      },
      facts: { root: root.reference },
      notices: [tellReporter('merged')],
    },
}

const TAKES_MEMBERS: readonly State[] = ['received', 'awaiting_info', 'routed', 'in_progress']

function rootRefusal(complaint: Complaint, root: Complaint, ctx: RuleContext): Refusal | null {
  if (root.id === complaint.id) return refuse('not_a_root', 'root')
  if (!TAKES_MEMBERS.includes(root.state)) return refuse('wrong_state', 'root')
  if (ctx.actor.kind !== 'staff') return refuse('not_allowed')
  const verifier = isParty('verifier', ctx.actor, complaint, ctx.now, ctx.city)
  if (!verifier && root.leadAgencyId !== complaint.leadAgencyId)
    return refuse('other_agency', 'root')
  // what is added to the one is read by whoever holds the other
  const alike =
    complaint.confidential === root.confidential &&
    complaint.supervisory === root.supervisory &&
    // nothing of a person's goes under what does not count
    isTest(complaint) === isTest(root)
  return alike ? null : refuse('never_public', 'root')
}

/** A question or a closure of its own no longer stands when it splits. */
function ownState(complaint: Complaint): State {
  if (complaint.leadAgencyId === null) return 'received'
  const state = complaint.state === 'awaiting_info' ? complaint.cameFrom : complaint.state
  return state === 'routed' ? 'routed' : 'in_progress'
}
