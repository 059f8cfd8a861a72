import { STATES } from '../case/complaint.ts'
import { tellAgency } from '../case/telling.ts'
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
  earlier: { does: 'screens', message: ({ message }) => message },
  rule: (complaint, command) => ({
    after: complaint,
    facts: { message: command.messageSeq },
    notices: tellAgency(complaint, 'answered'),
  }),
}
