import { refuse } from '../case/command.ts'
import { type Complaint, isRoot } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import { toldDay } from '../time/told-day.ts'
import type { Act } from './act.ts'

export interface FollowCommand {
  name: 'follow'
  /** What it was joined under. */
  before: Complaint
  /** What that was joined to. */
  root: Complaint
}

/** Numbers of both roots; `told`: the day that the former one had promised. */
export type FollowFacts = { root: string; before: string; told: string }

/** On a joined report whose root was joined to another: nobody gives it by itself. */
export const follow: Act<FollowCommand, FollowFacts> = {
  name: 'follow',
  from: ['merged'],
  to: 'same',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  letters: { reporter: ['merged'] },
  rule: (member, { before, root }) =>
    member.rootId === before.id && before.rootId === root.id && isRoot(root) && !isRoot(before)
      ? {
          after: { ...member, rootId: root.id },
          facts: { root: root.reference, before: before.reference, told: toldDay(before) },
          notices: [tellReporter('merged')],
        }
      : refuse('not_a_root', 'root'),
}
