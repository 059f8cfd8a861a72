import type { Decision } from '../../domain/case/command.ts'
import { actorId } from '../../domain/people/actor.ts'
import type { RandomBytes } from '../../domain/text/bytes.ts'
import { eventHash, GENESIS, type Written } from '../../seal/chain.ts'
import { committedWords } from '../../seal/committed-words.ts'
import { canonicalJson, commitment, makeSalt } from '../../seal/digest.ts'
import type { Database } from '../database.ts'
import { event } from '../schema/complaint.ts'
import type { Change } from './change.ts'

/** What is known of an event before it is known which rows it leaves. */
export interface Sealed {
  seq: number
  salt: string | null
  commitment: string | null
}

export type EventRow = typeof event.$inferInsert

export interface PreparedEvent {
  row: EventRow
}

export function seqOf({ before }: Decision): number {
  return (before?.version ?? 0) + 1
}

export async function seal({ decision, filed }: Change, random: RandomBytes): Promise<Sealed> {
  const words = committedWords(filed ?? decision.message)
  const salt = words === null ? null : makeSalt(random)
  return {
    seq: seqOf(decision),
    salt,
    commitment: words === null || salt === null ? null : await commitment(salt, words),
  }
}

export async function prepareEvent(
  { before, after, command, at, actor, facts }: Decision,
  sealed: Sealed,
  written: Written,
): Promise<PreparedEvent> {
  const body = {
    complaint: after.reference,
    seq: sealed.seq,
    type: command,
    at,
    actor: actorId(actor),
    before: before?.state ?? null,
    after: after.state,
    agency: after.leadAgencyId,
    facts,
    commitment: sealed.commitment,
    written,
    previous: before?.lastHash ?? GENESIS,
  }
  return {
    row: {
      complaintId: after.id,
      seq: body.seq,
      type: body.type,
      at,
      actor: body.actor,
      stateBefore: body.before,
      stateAfter: body.after,
      agencyId: after.leadAgencyId,
      facts: canonicalJson(body.facts),
      commitment: body.commitment,
      written: canonicalJson(written),
      previous: body.previous,
      hash: await eventHash(body),
    },
  }
}

export function insertEvent(db: Database, prepared: PreparedEvent) {
  return db.insert(event).values(prepared.row)
}
