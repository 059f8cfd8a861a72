import { refuse } from '../case/command.ts'
import { STATES } from '../case/complaint.ts'
import { tellReporter } from '../case/telling.ts'
import type { Act } from './act.ts'

export interface RenewKeyCommand {
  name: 'renew_key'
}

/**
 * The key that was known until then dies. Who renewed it is not known: where staff saw the one before it
 * stays theirs until somebody vouches (vouch-key.ts).
 */
export const renewKey: Act<RenewKeyCommand> = {
  name: 'renew_key',
  from: STATES,
  to: 'same',
  who: ['reporter'],
  needs: [],
  undoable: false,
  passing: true,
  onceErased: true,
  letters: { reporter: ['key_renewed'] },
  permitted: ({ hasKeyHolder }, { actor }) =>
    hasKeyHolder && actor.kind === 'reporter' ? null : refuse('not_allowed'),
  rule: (complaint) => ({
    after: complaint,
    notices: [tellReporter('key_renewed')],
  }),
}
