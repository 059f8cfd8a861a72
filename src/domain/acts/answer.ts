import { needsScreen, tellAgency, tellVerifier } from '../case/telling.ts'
import { resumed } from '../case/transitions.ts'
import { WORD_MIN } from '../text/limits.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface AnswerCommand {
  name: 'answer'
  text: string
}

/** The reporter answers; an anonymous one's words pass the verifier's screen before the agency. */
export const answer: Act<AnswerCommand> = {
  name: 'answer',
  from: ['awaiting_info'],
  to: 'back',
  who: ['reporter'],
  needs: [needsWords('text', 'text', WORD_MIN)],
  undoable: false,
  onceErased: false,
  onBehalf: ({ text }) => ({ name: 'answer', text }),
  answers: ['ask'],
  letters: { verifier: ['answered'], agency: ['answered'] },
  rule: (complaint, command, ctx) => {
    const after = resumed(complaint, ctx)
    const toAgency = after.state !== 'received'
    const screened = needsScreen(complaint) && toAgency
    return {
      after,
      message: {
        kind: 'answer',
        audience: 'reporter',
        text: command.text,
        state: screened ? 'screening' : 'sent',
      },
      notices:
        screened || !toAgency ? [tellVerifier('answered')] : tellAgency(complaint, 'answered'),
    }
  },
}
