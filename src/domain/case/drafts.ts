import type { ApproveClosureCommand } from '../acts/approve-closure.ts'
import type { ApproveReplyCommand } from '../acts/approve-reply.ts'
import type { ScreenCommand } from '../acts/screen.ts'
import { type Refusal, refuse } from './command.ts'
import type { Complaint } from './complaint.ts'
import { workBegan } from './evidence.ts'

interface Message {
  seq: number
  kind: string
  state: string
  agencyId: number | null
}

interface Read<M> {
  complaint: Pick<Complaint, 'leadAgencyId'>
  events: readonly { type: string; seq: number }[]
  messages: readonly M[]
}

/** A draft that an agency left behind is not the next one's to send. */
export function isApprovable(
  complaint: Pick<Complaint, 'leadAgencyId'>,
  m: Pick<Message, 'state' | 'agencyId'>,
): boolean {
  return m.state === 'draft' && m.agencyId !== null && m.agencyId === complaint.leadAgencyId
}

/** A closure of a round of work that the reporter disputed stays a draft: its evidence is spent. */
export function isSpent(m: Pick<Message, 'kind' | 'seq'>, workBegan: number): boolean {
  return m.kind === 'closure' && m.seq < workBegan
}

export function approvableDrafts<M extends Message>(read: Read<M>): M[] {
  const begun = workBegan(read)
  return read.messages.filter((m) => isApprovable(read.complaint, m) && !isSpent(m, begun))
}

export function approvalName({ kind }: Pick<Message, 'kind'>): 'approve_closure' | 'approve_reply' {
  return kind === 'closure' ? 'approve_closure' : 'approve_reply'
}

export function approvalOf(
  read: Read<Message>,
  messageSeq: number,
): ApproveClosureCommand | ApproveReplyCommand | Refusal {
  const draft = read.messages.find((m) => m.seq === messageSeq && isApprovable(read.complaint, m))
  if (!draft) return refuse('already_said')
  if (isSpent(draft, workBegan(read))) return refuse('wrong_state')
  return draft.kind === 'closure'
    ? { name: 'approve_closure', messageSeq, draft: 'closure' }
    : { name: 'approve_reply', messageSeq, draft: 'reply' }
}

export function screeningOf(
  messages: readonly Pick<Message, 'seq' | 'state'>[],
  messageSeq: number,
  text: string,
): ScreenCommand | Refusal {
  return messages.some((m) => m.seq === messageSeq && m.state === 'screening')
    ? { name: 'screen', messageSeq, text }
    : refuse('already_said')
}
