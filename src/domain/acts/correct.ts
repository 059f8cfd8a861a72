import { STATES } from '../case/complaint.ts'
import type { Act } from './act.ts'

/** Which of name, phone and e-mail there are afterwards: never the words themselves. */
export interface CorrectCommand {
  name: 'correct'
  hasName: boolean
  hasPhone: boolean
  hasEmail: boolean
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
  letters: {},
  rule: (complaint, { hasName, hasPhone, hasEmail }) => ({
    after: complaint,
    facts: { name: hasName, phone: hasPhone, email: hasEmail },
  }),
}
