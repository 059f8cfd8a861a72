import { needsScreen, tellAgency, tellMembers, tellVerifier } from '../case/telling.ts'
import { backToWork } from '../case/transitions.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface DisputeCommand {
  name: 'dispute'
  text: string
}

export const dispute: Act<DisputeCommand> = {
  name: 'dispute',
  from: ['awaiting_confirmation'],
  to: 'in_progress',
  who: ['reporter'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: false,
  publicStep: true,
  beginsWork: true,
  ownKey: true,
  onBehalf: ({ text }) => ({ name: 'dispute', text }),
  wish: 'go_on',
  answers: ['propose_closure', 'approve_closure'],
  letters: { agency: ['disputed'], verifier: ['answered'], members: ['root_disputed'] },
  rule: (complaint, command, ctx) => ({
    after: { ...backToWork(complaint, ctx), disputes: complaint.disputes + 1 },
    message: {
      kind: 'reason',
      audience: 'reporter',
      text: command.text,
      state: needsScreen(complaint) ? 'screening' : 'sent',
    },
    notices: [
      ...tellMembers(complaint, 'root_disputed'),
      ...tellAgency(complaint, 'disputed'),
      ...(needsScreen(complaint) ? [tellVerifier('answered')] : []),
    ],
  }),
}
