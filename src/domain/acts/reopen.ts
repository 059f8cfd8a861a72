import { refuse } from '../case/command.ts'
import { isParty } from '../case/parties.ts'
import { needsScreen, tellAgency, tellMembers, tellReporter } from '../case/telling.ts'
import { backToWork, unlapsed } from '../case/transitions.ts'
import { addDays, dateOf } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ReopenCommand {
  name: 'reopen'
  text: string
}

/** Days within which the reporter may reopen (docs/rules.md, Commands). */
export const REOPEN_DAYS = 30

export const reopen: Act<ReopenCommand> = {
  name: 'reopen',
  from: ['closed', 'withdrawn'],
  to: 'in_progress',
  who: ['reporter', 'verifier'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: false,
  beginsWork: true,
  ownKey: true,
  onBehalf: ({ text }) => ({ name: 'reopen', text }),
  wish: 'go_on',
  letters: { agency: ['reopened'], reporter: ['reopened'], members: ['root_reopened'] },
  permitted: ({ state, unheard }) => (state === 'closed' || unheard ? null : refuse('wrong_state')),
  rule: (complaint, command, ctx) => {
    const today = dateOf(ctx.now, ctx.calendar.offset)
    const last = addDays(dateOf(complaint.closedAt ?? ctx.now, ctx.calendar.offset), REOPEN_DAYS)
    const byReporter = !isParty('verifier', ctx.actor, complaint, ctx.now, ctx.city)
    if (byReporter && !complaint.unheard && today > last) return refuse('too_late')
    return {
      after:
        complaint.state === 'withdrawn' ? unlapsed(complaint, ctx) : backToWork(complaint, ctx),
      message: {
        kind: 'reason',
        audience: 'reporter',
        text: command.text,
        state: needsScreen(complaint) && byReporter ? 'screening' : 'sent',
      },
      notices: [
        ...tellMembers(complaint, 'root_reopened'),
        ...tellAgency(complaint, 'reopened'),
        ...(byReporter ? [] : [tellReporter('reopened')]),
      ],
    }
  },
}
