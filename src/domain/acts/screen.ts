import { type Refusal, type RuleContext, refuse } from '../case/command.ts'
import { type Complaint, STATES } from '../case/complaint.ts'
import { tellAgency } from '../case/telling.ts'
import { canSee } from '../case/visibility.ts'
import { WORD_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ScreenCommand {
  name: 'screen'
  messageSeq: number
  text: string
}

export type ScreenFacts = { message: number }

export const screen: Act<ScreenCommand, ScreenFacts> = {
  name: 'screen',
  from: STATES,
  to: 'same',
  who: ['verifier'],
  needs: [needsWords('text', 'text', WORD_MIN)],
  undoable: false,
  onceErased: false,
  deskOnly: true,
  letters: { agency: ['answered'] },
  permitted: readsOriginal,
  // its words stand beside those of an earlier event
  leaves: ({ messageSeq, text: screened }) => ({
    facts: { message: messageSeq },
    text: '',
    screened,
  }),
  earlier: { does: 'screens', message: ({ message }) => message },
  rule: (complaint, command) => ({
    after: complaint,
    facts: { message: command.messageSeq },
    heard: complaint.state === 'merged',
    notices: complaint.state === 'merged' ? [] : tellAgency(complaint, 'answered'),
  }),
}

/** Whoever may not read the words may not say what the agency reads instead. */
function readsOriginal(complaint: Complaint, { actor, now, city }: RuleContext): Refusal | null {
  if (actor.kind !== 'staff') return refuse('not_allowed')
  const viewer = { kind: 'staff', staff: actor, revealed: false } as const
  return canSee(viewer, 'unscreenedMessage', complaint, now, city) ? null : refuse('not_allowed')
}
