import { tellAgency, tellMembers } from '../case/telling.ts'
import { closed } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface ConfirmCommand {
  name: 'confirm'
}

export const confirm: Act<ConfirmCommand> = {
  name: 'confirm',
  from: ['awaiting_confirmation'],
  to: 'closed',
  who: ['reporter'],
  needs: [],
  undoable: false,
  onceErased: true,
  verdict: true,
  publicStep: true,
  ownKey: true,
  onBehalf: () => ({ name: 'confirm' }),
  answers: ['propose_closure', 'approve_closure'],
  letters: { agency: ['confirmed'], members: ['root_closed'] },
  rule: (complaint, _command, ctx) => ({
    after: closed(complaint, ctx),
    notices: [...tellAgency(complaint, 'confirmed'), ...tellMembers(complaint, 'root_closed')],
  }),
}
