import { HANDLED_STATES } from '../case/complaint.ts'
import { tellHolder } from '../case/telling.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface RemindCommand {
  name: 'remind'
  text: string
}

export const remind: Act<RemindCommand> = {
  name: 'remind',
  from: ['received', ...HANDLED_STATES],
  to: 'same',
  who: ['overseer'],
  needs: [needsWords('text', 'text')],
  undoable: false,
  onceErased: true,
  letters: { agency: ['reminded'], verifier: ['reminded'], admin: ['reminded'] },
  rule: (complaint, command) => ({
    after: complaint,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
    notices: tellHolder(complaint, 'reminded'),
  }),
}
