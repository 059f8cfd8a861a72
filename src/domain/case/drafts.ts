import type { ApproveClosureCommand } from '../acts/approve-closure.ts'
import type { ApproveReplyCommand } from '../acts/approve-reply.ts'
import type { CountersignCommand } from '../acts/countersign.ts'
import type { ScreenCommand } from '../acts/screen.ts'
import { type Actor, actorId } from '../people/actor.ts'
import { type Refusal, refuse } from './command.ts'
import type { Complaint, Draft, State } from './complaint.ts'

/** States in which a draft waits; a question in between takes nothing away from it. */
const WAITS_IN: Record<Draft['kind'], readonly State[]> = {
  reply: ['in_progress', 'awaiting_info'],
  closure: ['in_progress', 'awaiting_info'],
  decision: ['awaiting_info', 'awaiting_confirmation'],
}

/** The draft that this very step makes. */
export function draftOf(complaint: Complaint, kind: Draft['kind'], actor: Actor): Draft {
  return { seq: complaint.version + 1, kind, by: actorId(actor) }
}

/** What waited before and no longer can goes: another agency, another round, another state. */
export function withoutSpent(before: Complaint | null, after: Complaint): Complaint {
  const { draft } = after
  if (!before || !draft || before.draft?.seq !== draft.seq) return after
  const moved = before.state !== after.state
  const stands =
    before.leadAgencyId === after.leadAgencyId &&
    WAITS_IN[draft.kind].includes(after.state) &&
    !(moved && draft.kind === 'decision')
  return stands ? after : { ...after, draft: null }
}

/** One that is waiting leaves no room for another. */
export function draftWaits({ draft }: Complaint): Refusal | null {
  return draft ? refuse('draft_waits') : null
}

/** Of that number and kind, waiting now. */
export function isWaiting({ draft }: Complaint, seq: number, kind: Draft['kind']): boolean {
  return draft?.seq === seq && draft.kind === kind
}

export type Approval = ApproveClosureCommand | ApproveReplyCommand | CountersignCommand

const APPROVALS = {
  reply: 'approve_reply',
  closure: 'approve_closure',
  decision: 'countersign',
} as const satisfies Record<Draft['kind'], Approval['name']>

export function approvalName({ kind }: Pick<Draft, 'kind'>): Approval['name'] {
  return APPROVALS[kind]
}

export function approvalOf({ draft }: Complaint, messageSeq: number): Approval | Refusal {
  return draft?.seq === messageSeq
    ? { name: approvalName(draft), messageSeq }
    : refuse('already_said')
}

export function screeningOf(
  messages: readonly Pick<{ seq: number; state: string }, 'seq' | 'state'>[],
  messageSeq: number,
  text: string,
): ScreenCommand | Refusal {
  return messages.some((m) => m.seq === messageSeq && m.state === 'screening')
    ? { name: 'screen', messageSeq, text }
    : refuse('already_said')
}
