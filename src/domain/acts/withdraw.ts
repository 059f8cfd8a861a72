import { type MessageDraft, refuse } from '../case/command.ts'
import { type Complaint, OPEN_STATES } from '../case/complaint.ts'
import { needsScreen, tellAgency, tellHolder } from '../case/telling.ts'
import { gone } from '../case/transitions.ts'
import type { Act } from './act.ts'

export interface WithdrawCommand {
  name: 'withdraw'
  text: string
  /** The same wish was recorded before and stands. */
  again?: boolean
}

export type WithdrawFacts = { goesOn: boolean }

/** With a supervisory case the city may go on whatever its reporter wishes, in whatever state. */
export function goesOn(complaint: Complaint): boolean {
  return complaint.supervisory
}

export const withdraw: Act<WithdrawCommand, WithdrawFacts> = {
  name: 'withdraw',
  from: OPEN_STATES,
  to: 'withdrawn',
  who: ['reporter'],
  needs: [],
  undoable: false,
  onceErased: true,
  verdict: true,
  ownKey: true,
  onBehalf: ({ text, again }) => ({ name: 'withdraw', text, again }),
  wish: 'end',
  letters: {
    agency: ['withdrawal_noted', 'withdrawn'],
    verifier: ['withdrawal_noted'],
    admin: ['withdrawal_noted'],
  },
  leaves: ({ text }) => ({ text: text.trim() }),
  rule: (complaint, command, ctx) => {
    const text = command.text.trim()
    if (complaint.erased && text) return refuse('wrong_state', 'text')
    const message = text ? reasonOf(complaint, text) : undefined
    if (goesOn(complaint)) {
      if (command.again) return refuse('already_said')
      const notices = tellHolder(complaint, 'withdrawal_noted')
      return { after: complaint, facts: { goesOn: true }, message, notices }
    }
    return {
      after: gone(complaint, 'withdrawn', ctx),
      facts: { goesOn: false },
      message,
      notices: tellAgency(complaint, 'withdrawn'),
    }
  },
}

function reasonOf(complaint: Complaint, text: string): MessageDraft {
  const state = needsScreen(complaint) ? 'screening' : 'sent'
  return { kind: 'reason', audience: 'reporter', text, state }
}
