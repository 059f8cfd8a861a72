import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { isAnswer } from '../case/heard.ts'
import { tellMembers, tellReporter } from '../case/telling.ts'
import { closed } from '../case/transitions.ts'
import { isOverdue } from '../time/clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'

export interface CloseBySilenceCommand {
  name: 'close_by_silence'
  /** Whoever was asked was told. */
  heard: boolean
}

export type CloseBySilenceFacts = { unheard: boolean }

export const closeBySilence: Act<CloseBySilenceCommand, CloseBySilenceFacts> = {
  name: 'close_by_silence',
  from: ['awaiting_confirmation'],
  to: 'closed',
  who: ['timer'],
  needs: [],
  undoable: false,
  onceErased: true,
  publicStep: true,
  letters: { reporter: ['closed_by_silence'], members: ['root_closed'] },
  permitted: ({ supervisory }) => (supervisory ? refuse('inspectorate_decides') : null),
  rule: (complaint, { heard }, ctx) => {
    const today = dateOf(ctx.now, ctx.calendar.offset)
    const silence = liveClock(complaint, 'silence')
    if (!silence || !isOverdue(silence, today) || !isAnswer(silence, heard, today))
      return refuse('not_due')
    return {
      after: { ...closed(complaint, ctx), unheard: !heard },
      facts: { unheard: !heard },
      notices: [tellReporter('closed_by_silence'), ...tellMembers(complaint, 'root_closed')],
    }
  },
}
