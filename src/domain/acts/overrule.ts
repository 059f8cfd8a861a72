import { refuse } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import { end } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface OverruleCommand {
  name: 'overrule'
  text: string
}

/** The objection is refused for good: it ends as it had ended before. */
export const overrule: Act<OverruleCommand> = {
  name: 'overrule',
  from: ['received'],
  to: 'back',
  who: ['coordinator'],
  needs: [needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { reporter: ['overruled'] },
  permitted: ({ objection }) => (objection === 'open' ? null : refuse('wrong_state')),
  rule: (complaint, command, ctx) => ({
    after: {
      ...gone(end(complaint, ['objection'], ctx), stoodAs(complaint), ctx),
      objection: 'refused',
    },
    message: { kind: 'reason', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('overruled')],
  }),
}

function stoodAs({ cameFrom }: Complaint): 'referred' | 'archived' | 'withdrawn' {
  return cameFrom === 'referred' || cameFrom === 'withdrawn' ? cameFrom : 'archived'
}
