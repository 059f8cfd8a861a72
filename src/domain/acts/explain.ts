import { EXPLAINED_IN, owesExplanation } from '../case/explanation.ts'
import { end } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ExplainCommand {
  name: 'explain'
  text: string
}

export const explain: Act<ExplainCommand> = {
  name: 'explain',
  from: EXPLAINED_IN,
  to: 'same',
  who: ['lead_head'],
  needs: [needsWords('text', 'text')],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  words: ['text'],
  letters: { leader: ['explained'], inspectorate: ['explained'] },
  permitted: owesExplanation,
  rule: (complaint, { text }, ctx) => ({
    after: end(complaint, ['explain'], ctx),
    message: { kind: 'note', audience: 'staff', text, state: 'sent' },
    notices: [
      { to: 'leader', agencyId: null, template: 'explained' },
      { to: 'inspectorate', agencyId: null, template: 'explained' },
    ],
  }),
}
