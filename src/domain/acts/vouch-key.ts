import { refuse } from '../case/command.ts'
import { type Complaint, STATES } from '../case/complaint.ts'
import { complainedAbout } from '../case/reveal.ts'
import { type Actor, agenciesOfLate } from '../people/actor.ts'
import type { Instant } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface VouchKeyCommand {
  name: 'vouch_key'
  /** How it was seen who they are. */
  text: string
  /** Within a day: in the presence of whoever vouches. */
  renewed: boolean
}

/**
 * Whoever filed could renew the key as well as the reporter. A second person, of none of the agencies
 * that saw it, has seen who renewed it.
 */
export const vouchKey: Act<VouchKeyCommand> = {
  name: 'vouch_key',
  from: STATES,
  to: 'same',
  // a supervisory case is out of the verifiers' sight once it is routed
  who: ['verifier', 'coordinator', 'investigator', 'countersigner'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: true,
  letters: {},
  permitted: (complaint, { actor, now }) => {
    if (!isSeen(complaint)) return refuse('wrong_state')
    return sawIt(complaint, actor, now) ? refuse('not_allowed') : null
  },
  rule: (complaint, { text, renewed }) =>
    renewed
      ? {
          after: { ...complaint, keySeenBy: null },
          message: { kind: 'reason', audience: 'staff', text, state: 'sent' },
        }
      : refuse('key_not_renewed'),
}

function isSeen(complaint: Complaint): boolean {
  const { keySeenBy } = complaint
  return keySeenBy !== null && complainedAbout(complaint).some((id) => keySeenBy.includes(id))
}

function sawIt({ filedBy, keySeenBy }: Complaint, actor: Actor, now: Instant): boolean {
  if (actor.kind !== 'staff' || actor.id === filedBy) return true
  return agenciesOfLate(actor, now).some((id) => keySeenBy?.includes(id))
}
