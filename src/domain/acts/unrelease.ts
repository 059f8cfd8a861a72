import { refuse } from '../case/command.ts'
import { STATES } from '../case/complaint.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface UnreleaseCommand {
  name: 'unrelease'
  text: string
}

export type UnreleaseFacts = { released: false }

export const unrelease: Act<UnreleaseCommand, UnreleaseFacts> = {
  name: 'unrelease',
  from: STATES,
  to: 'same',
  who: ['verifier'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: true,
  letters: {},
  rule: (complaint, command) =>
    complaint.release.status !== 'released'
      ? refuse('wrong_state')
      : {
          after: { ...complaint, release: { status: 'withdrawn', point: false } },
          facts: { released: false },
          message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
        },
}
