import { refuse } from '../case/command.ts'
import type { Act } from './act.ts'
import { needsScore } from './needs.ts'

export interface RateCommand {
  name: 'rate'
  score: number
}

export type RateFacts = { score: number }

/** One question on closing, 1-5. Not IKM. */
export const rate: Act<RateCommand, RateFacts> = {
  name: 'rate',
  from: ['closed'],
  to: 'same',
  who: ['reporter'],
  needs: [needsScore],
  undoable: false,
  onceErased: true,
  verdict: true,
  ownKey: true,
  onBehalf: ({ score }) => ({ name: 'rate', score }),
  letters: {},
  leaves: ({ score }) => ({ facts: { score } }),
  rule: (complaint, { score }) =>
    complaint.rating !== null
      ? refuse('already_said', 'score')
      : { after: { ...complaint, rating: score }, facts: { score } },
}
