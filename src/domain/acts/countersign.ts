import { refuse } from '../case/command.ts'
import { isWaiting } from '../case/drafts.ts'
import { tellAgency, tellReporter } from '../case/telling.ts'
import { closed, gone } from '../case/transitions.ts'
import { actorId } from '../people/actor.ts'
import { end } from '../time/case-clocks.ts'
import type { Act } from './act.ts'

export interface CountersignCommand {
  name: 'countersign'
  messageSeq: number
}

export type CountersignFacts = { message: number }

/** Of what was said to be done: closed; of what the reporter never completed: archived. */
export const countersign: Act<CountersignCommand, CountersignFacts> = {
  name: 'countersign',
  from: ['awaiting_info', 'awaiting_confirmation'],
  to: 'ends',
  who: ['countersigner'],
  needs: [],
  undoable: true,
  onceErased: true,
  letters: { reporter: ['decided'], agency: ['countersigned'] },
  leaves: ({ messageSeq }) => ({ facts: { message: messageSeq } }),
  earlier: { does: 'approves', message: ({ message }) => message },
  permitted: ({ draft }, { actor }) => {
    if (draft?.kind !== 'decision') return refuse('wrong_state')
    return draft.by === actorId(actor) ? refuse('own_draft') : null
  },
  rule: (complaint, { messageSeq }, ctx) => {
    if (!isWaiting(complaint, messageSeq, 'decision')) return refuse('wrong_state')
    const signed = { ...complaint, draft: null }
    return {
      after:
        complaint.state === 'awaiting_info'
          ? gone(end(signed, ['completion'], ctx), 'archived', ctx)
          : closed(signed, ctx),
      facts: { message: messageSeq },
      notices: [tellReporter('decided'), ...tellAgency(complaint, 'countersigned')],
    }
  },
}
