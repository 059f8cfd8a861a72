import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { isAnswer } from '../case/heard.ts'
import { tellReporter } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import { end } from '../time/case-clocks.ts'
import { isOverdue } from '../time/clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface LapseCommand {
  name: 'lapse'
  /** Whoever was asked was told. */
  heard: boolean
}

export type LapseFacts = { unheard: boolean }

export const lapse: Act<LapseCommand, LapseFacts> = {
  name: 'lapse',
  from: ['awaiting_info'],
  to: 'withdrawn',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  letters: { reporter: ['lapsed'] },
  permitted: ({ supervisory }) => (supervisory ? refuse('inspectorate_decides') : null),
  rule: (complaint, { heard }, ctx) => {
    const today = dateOf(ctx.now, ctx.calendar.offset)
    const clock = liveClock(complaint, 'completion')
    if (!clock || !isOverdue(clock, today) || !isAnswer(clock, heard, today))
      return refuse('not_due')
    const after = gone(end(complaint, ['completion'], ctx), 'withdrawn', ctx)
    return {
      after: { ...after, lapsed: true, unheard: !heard },
      facts: { unheard: !heard },
      notices: [tellReporter('lapsed')],
    }
  },
}
