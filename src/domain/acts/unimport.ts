import { refuse } from '../case/command.ts'
import { isOpen, STATES } from '../case/complaint.ts'
import { withdrawn } from '../case/release.ts'
import { gone } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface UnimportCommand {
  name: 'unimport'
  /** Who wants the whole import undone: an id of the staff. */
  by: string
}

/** It was brought here by mistake, and nobody has acted on it: its words go, its number stays taken. */
export const unimport: Act<UnimportCommand, { askedBy: string }> = {
  name: 'unimport',
  from: STATES,
  to: 'withdrawn',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  erases: true,
  deskOnly: true,
  ofHistory: true,
  letters: {},
  permitted: ({ told, version }) => (told && version === 1 ? null : refuse('wrong_state')),
  rule: (complaint, { by }, ctx) => {
    const ended = isOpen(complaint) ? gone(complaint, 'withdrawn', ctx) : complaint
    return {
      after: {
        ...ended,
        state: 'withdrawn',
        // in no list and no figure, as what was never let through
        quarantined: true,
        erased: true,
        release: withdrawn(complaint.release),
      },
      facts: { askedBy: by },
    }
  },
}
