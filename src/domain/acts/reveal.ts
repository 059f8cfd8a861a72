import { STATES } from '../case/complaint.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface RevealCommand {
  name: 'reveal'
  reason: string
}

export const reveal: Act<RevealCommand> = {
  name: 'reveal',
  from: STATES,
  to: 'same',
  who: ['revealer'],
  needs: [needsWords('reason', 'reason')],
  undoable: false,
  onceErased: false,
  deskOnly: true,
  letters: {},
  rule: (complaint, command) => ({
    after: complaint,
    message: { kind: 'reason', audience: 'staff', text: command.reason, state: 'sent' },
  }),
}
