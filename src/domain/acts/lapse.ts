import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import { end } from '../time/case-clocks.ts'
import { isOverdue } from '../time/clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface LapseCommand {
  name: 'lapse'
}

export const lapse: Act<LapseCommand> = {
  name: 'lapse',
  from: ['awaiting_info'],
  to: 'withdrawn',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  letters: { reporter: ['lapsed'] },
  permitted: ({ supervisory }) => (supervisory ? refuse('inspectorate_decides') : null),
  rule: (complaint, _command, ctx) => {
    const clock = liveClock(complaint, 'completion')
    if (!clock || !isOverdue(clock, dateOf(ctx.now, ctx.calendar.offset))) return refuse('not_due')
    return {
      after: gone(end(complaint, ['completion'], ctx), 'withdrawn', ctx),
      notices: [tellReporter('lapsed')],
    }
  },
}
