import { and, eq } from 'drizzle-orm'
import type { ComplaintClass } from '../domain/case/complaint.ts'
import { type AnyFacts, factsOf } from '../domain/case/happened.ts'
import type { IsoDate } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { event } from './schema/complaint.ts'

export interface FirstPromise {
  /** The salted hash of the words filed: what receipt and chain both commit to. */
  textHash: string
  class: ComplaintClass
  verifyBy: IsoDate | null
  settleBy: IsoDate | null
}

/** Read off the first event: later pauses and changes of class do not alter a receipt. */
export async function promiseOf(db: Database, complaintId: number): Promise<FirstPromise> {
  const [row] = await db
    .select({ commitment: event.commitment, facts: event.facts })
    .from(event)
    .where(and(eq(event.complaintId, complaintId), eq(event.seq, 1)))
  return promiseIn(row)
}

/** The same of a first event that is known. */
export function promiseIn(
  first: { commitment?: string | null; facts?: string | null } | undefined,
): FirstPromise {
  const facts: AnyFacts = first?.facts ? factsOf({ type: 'file', facts: first.facts }).facts : {}
  const { class: kind = 'complaint', verifyBy = null, settleBy = null } = facts
  return { textHash: first?.commitment ?? '', class: kind, verifyBy, settleBy }
}
