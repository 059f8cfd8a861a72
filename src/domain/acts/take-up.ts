import { tellReporter } from '../case/telling.ts'
import type { Act } from './act.ts'

export interface TakeUpCommand {
  name: 'take_up'
}

export const takeUp: Act<TakeUpCommand> = {
  name: 'take_up',
  from: ['routed'],
  to: 'in_progress',
  who: ['lead_liaison', 'lead_officer'],
  needs: [],
  undoable: true,
  onceErased: true,
  publicStep: true,
  letters: { reporter: ['in_progress'] },
  rule: (complaint, _command, { actor }) => ({
    after: {
      ...complaint,
      state: 'in_progress',
      officerId: complaint.officerId ?? (actor.kind === 'staff' ? actor.id : null),
    },
    notices: [tellReporter('in_progress')],
  }),
}
