import { actorId } from '../../domain/people/actor.ts'
import type { RandomBytes } from '../../domain/text/bytes.ts'
import { eventHash, GENESIS } from '../../seal/chain.ts'
import { committedWords } from '../../seal/committed-words.ts'
import { canonicalJson, commitment, makeSalt } from '../../seal/digest.ts'
import type { Database } from '../database.ts'
import { event } from '../schema/complaint.ts'
import type { Change } from './change.ts'

export interface PreparedEvent {
  row: typeof event.$inferInsert
  salt: string | null
}

export async function prepareEvent(
  { decision, filed }: Change,
  random: RandomBytes,
): Promise<PreparedEvent> {
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

export function insertEvent(db: Database, prepared: PreparedEvent) {
  return db.insert(event).values(prepared.row)
}
