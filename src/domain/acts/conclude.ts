import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { draftOf, draftWaits } from '../case/drafts.ts'
import { isOverdue } from '../time/clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ConcludeCommand {
  name: 'conclude'
  text: string
}

/** A supervisory case does not end by silence: a reason, and the leader's signature under it. */
export const conclude: Act<ConcludeCommand> = {
  name: 'conclude',
  from: ['awaiting_info', 'awaiting_confirmation'],
  to: 'same',
  who: ['investigator'],
  needs: [needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  deskOnly: true,
  words: ['text'],
  letters: { leader: ['countersign'] },
  permitted: (complaint, ctx) => {
    const kind = complaint.state === 'awaiting_info' ? 'completion' : 'silence'
    const clock = liveClock(complaint, kind)
    const due = clock && isOverdue(clock, dateOf(ctx.now, ctx.calendar.offset))
    return due ? draftWaits(complaint) : refuse('not_due')
  },
  rule: (complaint, command, ctx) => ({
    after: { ...complaint, draft: draftOf(complaint, 'decision', ctx.actor) },
    message: { kind: 'decision', audience: 'reporter', text: command.text, state: 'draft' },
    notices: [{ to: 'leader', agencyId: null, template: 'countersign' }],
  }),
}
