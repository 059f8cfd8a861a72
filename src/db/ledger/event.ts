import { actorId } from '../../domain/actor.ts'
import type { RandomBytes } from '../../domain/bytes.ts'
import { eventHash, GENESIS } from '../../domain/chain.ts'
import { committedWords } from '../../domain/committed-words.ts'
import { canonicalJson, commitment, makeSalt } from '../../domain/digest.ts'
import type { Database } from '../database.ts'
import { event } from '../schema/complaint.ts'
import type { Change } from './change.ts'

export interface PreparedEvent {
  row: typeof event.$inferInsert
  salt: string | null
}

/** The event row of a decision, hashed onto the chain of its complaint. */
export const prepareEvent = async (
  { decision, filed }: Change,
  random: RandomBytes,
): Promise<PreparedEvent> => {
  const { before, after, command, at, actor, facts } = decision
  const words = committedWords(filed ?? decision.message)
  const salt = words === null ? null : makeSalt(random)
  const body = {
    complaint: after.reference,
    seq: (before?.version ?? 0) + 1,
    type: command,
    at,
    actor: actorId(actor),
    before: before?.state ?? null,
    after: after.state,
    agency: after.leadAgencyId,
    facts,
    commitment: words === null || salt === null ? null : await commitment(salt, words),
    previous: before?.lastHash ?? GENESIS,
  }
  return {
    salt,
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
      previous: body.previous,
      hash: await eventHash(body),
    },
  }
}

export const insertEvent = (db: Database, prepared: PreparedEvent) =>
  db.insert(event).values(prepared.row)
