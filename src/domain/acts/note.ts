import { HANDLED_STATES } from '../case/complaint.ts'
import { WORD_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface NoteCommand {
  name: 'note'
  text: string
}

export const note: Act<NoteCommand> = {
  name: 'note',
  from: HANDLED_STATES,
  to: 'same',
  who: ['lead_liaison', 'lead_officer', 'lead_head', 'supporting'],
  needs: [needsWords('text', 'text', WORD_MIN)],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  words: ['text'],
  letters: {},
  rule: (complaint, command) => ({
    after: complaint,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
  }),
}
