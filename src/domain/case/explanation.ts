import { dismiss } from '../time/case-clocks.ts'
import { type Refusal, type RuleContext, refuse } from './command.ts'
import { type Complaint, liveClock, type State } from './complaint.ts'

/** Also where the case went to its end meanwhile: what its head owes is not its reporter's to end. */
export const EXPLAINED_IN = [
  'awaiting_info',
  'routed',
  'in_progress',
  'awaiting_confirmation',
  'closed',
  'referred',
  'archived',
  'withdrawn',
] as const satisfies readonly State[]

export function owesExplanation(complaint: Complaint): Refusal | null {
  return liveClock(complaint, 'explain') ? null : refuse('wrong_state')
}

/** An agency that the case has left explains nothing of it any more; a late one stays known as late. */
export function withoutLeftBehind(after: Complaint, ctx: RuleContext): Complaint {
  const owed = liveClock(after, 'explain')
  const stands =
    !owed ||
    (owed.agencyId === after.leadAgencyId &&
      (EXPLAINED_IN as readonly State[]).includes(after.state))
  return stands ? after : dismiss(after, ctx, ['explain'])
}
