import { STATES } from '../case/complaint.ts'
import { textRefusal } from '../case/text-refusal.ts'
import { WORD_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface MaskCommand {
  name: 'mask'
  messageSeq: number
  /** What the reporter and the public read from here on; the original stays for the staff. */
  masked: string
  /** Why. */
  text: string
}

export type MaskFacts = { message: number }

export const mask: Act<MaskCommand, MaskFacts> = {
  name: 'mask',
  from: STATES,
  to: 'same',
  who: ['verifier'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: false,
  letters: {},
  leaves: ({ messageSeq, masked }) => ({ facts: { message: messageSeq }, masked }),
  faults: (_complaint, { masked }) => [textRefusal(masked, 'masked', WORD_MIN)],
  rule: (complaint, command) => ({
    after: complaint,
    facts: { message: command.messageSeq },
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
  }),
}
