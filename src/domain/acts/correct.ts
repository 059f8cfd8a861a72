import { type Complaint, STATES } from '../case/complaint.ts'
import type { Notice } from '../case/letters.ts'
import { tellReporter } from '../case/telling.ts'
import type { Act } from './act.ts'

/** Which of name, phone and e-mail there are afterwards: never the words themselves. */
export interface CorrectCommand {
  name: 'correct'
  hasName: boolean
  hasPhone: boolean
  hasEmail: boolean
  /** Letters go to another address from now on. */
  moved: boolean
}

export type CorrectFacts = { name: boolean; phone: boolean; email: boolean }

/** By whom they belong to (UU 27/2022). */
export const correct: Act<CorrectCommand, CorrectFacts> = {
  name: 'correct',
  from: STATES,
  to: 'same',
  who: ['key_holder'],
  needs: [],
  undoable: false,
  onceErased: false,
  letters: { reporter: ['question', 'closure'] },
  rule: (complaint, { hasName, hasPhone, hasEmail, moved }) => ({
    after: complaint,
    facts: { name: hasName, phone: hasPhone, email: hasEmail },
    notices: moved ? openIn(complaint) : [],
  }),
}

/** The links of earlier letters ended with their address: what still waits is asked again. */
function openIn({ state }: Complaint): Notice[] {
  if (state === 'awaiting_info') return [tellReporter('question')]
  return state === 'awaiting_confirmation' ? [tellReporter('closure')] : []
}
