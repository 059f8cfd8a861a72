import { refuse } from '../case/command.ts'
import { liveClock } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import { textRefusal } from '../case/text-refusal.ts'
import { startPromise } from '../time/case-clocks.ts'
import type { IsoDate } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsPromisedDay, needsWords } from './needs.ts'

export interface PromiseDateCommand {
  name: 'promise_date'
  day: IsoDate
  /** What will be done by then. */
  text: string
  /** Why a date that was given before is moved. */
  reason?: string
}

/** `from`: the date that it takes the place of. */
export type PromiseDateFacts = { to: IsoDate; from: IsoDate | null }

/** Before or after the legal dates, which it never moves. */
export const promiseDate: Act<PromiseDateCommand, PromiseDateFacts> = {
  name: 'promise_date',
  from: ['in_progress'],
  to: 'same',
  who: ['lead_liaison', 'lead_officer'],
  needs: [needsPromisedDay, needsWords('text', 'text')],
  undoable: true,
  onceErased: true,
  publicStep: true,
  words: ['text', 'reason'],
  letters: { reporter: ['promised'] },
  leaves: ({ day }) => ({ facts: { to: day } }),
  faults: (complaint, { day, reason = '' }) => {
    const given = liveClock(complaint, 'promise')
    if (!given) return []
    const same = given.dueDay === day ? refuse('already_said', 'day') : null
    return [same, textRefusal(reason, 'reason')]
  },
  rule: (complaint, { day, text, reason = '' }, ctx) => {
    const from = liveClock(complaint, 'promise')?.dueDay ?? null
    return {
      after: startPromise(complaint, day, ctx),
      facts: { to: day, from },
      message: {
        kind: 'promise',
        audience: 'reporter',
        text,
        ...(from === null ? {} : { reason }),
        state: 'sent',
      },
      notices: [tellReporter('promised')],
    }
  },
}
