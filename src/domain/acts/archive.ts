import { notObjected } from '../case/objection.ts'
import { tellReporter } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import { end } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ArchiveCommand {
  name: 'archive'
  text: string
}

export const archive: Act<ArchiveCommand> = {
  name: 'archive',
  from: ['received', 'awaiting_info'],
  to: 'archived',
  who: ['verifier'],
  needs: [needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { reporter: ['archived'] },
  permitted: notObjected,
  rule: (complaint, command, ctx) => ({
    after: gone(end(complaint, ['verify', 'complete'], ctx), 'archived', ctx),
    message: { kind: 'reason', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('archived')],
  }),
}
