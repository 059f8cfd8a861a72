import { refuse } from '../case/command.ts'
import { OVER_STATES } from '../case/complaint.ts'
import { withdrawn } from '../case/release.ts'
import { textRefusal } from '../case/text-refusal.ts'
import type { Act } from './act.ts'

export interface EraseCommand {
  name: 'erase'
  /** Needed of the staff, without personal data: it is what stays. */
  reason?: string
}

export const erase: Act<EraseCommand> = {
  name: 'erase',
  from: OVER_STATES,
  to: 'same',
  who: ['key_holder', 'timer', 'registrar'],
  needs: [],
  undoable: false,
  // asked for twice it is refused as said already
  onceErased: true,
  erases: true,
  ownKey: true,
  letters: {},
  rule: (complaint, { reason = '' }, { actor }) => {
    if (complaint.erased) return refuse('already_said')
    const refusal = actor.kind === 'staff' ? textRefusal(reason, 'reason') : null
    if (refusal) return refusal
    return {
      after: { ...complaint, erased: true, release: withdrawn(complaint.release) },
      ...(actor.kind === 'staff'
        ? { message: { kind: 'reason', audience: 'staff', text: reason, state: 'sent' } }
        : {}),
    }
  },
}
