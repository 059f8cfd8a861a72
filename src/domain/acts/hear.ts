import { isOpen, STATES } from '../case/complaint.ts'
import { tellHolder } from '../case/telling.ts'
import type { Act } from './act.ts'

export interface HearCommand {
  name: 'hear'
  /** Number of the joined report that it comes from. */
  member: string
  /** Number of the message there, or id of the file. */
  said: number | null
  file: string | null
  /** Whoever holds the root had a letter of it today. */
  told: boolean
}

export type HearFacts = { member: string; said: number | null; file: string | null }

/** On the root, of what somebody who joined it added: nobody gives it by itself. */
export const hear: Act<HearCommand, HearFacts> = {
  name: 'hear',
  from: STATES,
  to: 'same',
  who: ['reporter', 'verifier'],
  needs: [],
  undoable: false,
  passing: true,
  onceErased: true,
  deskOnly: true,
  letters: {
    agency: ['words_added'],
    verifier: ['words_added'],
    admin: ['words_added'],
  },
  rule: (root, { member, said, file, told }) => ({
    after: root,
    facts: { member, said, file },
    notices: told || !isOpen(root) ? [] : tellHolder(root, 'words_added'),
  }),
}
