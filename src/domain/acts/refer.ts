import { tellReporter } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import { end } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ReferCommand {
  name: 'refer'
  text: string
}

export const refer: Act<ReferCommand> = {
  name: 'refer',
  from: ['received'],
  to: 'referred',
  who: ['verifier'],
  needs: [needsWords('text', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { reporter: ['referred'] },
  rule: (complaint, command, ctx) => ({
    after: {
      ...gone(end(complaint, ['verify', 'complete'], ctx), 'referred', ctx),
      quarantined: false,
    },
    message: { kind: 'referral', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('referred')],
  }),
}
