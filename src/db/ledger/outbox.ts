import { and, eq } from 'drizzle-orm'
import type { Decision, Notice } from '../../domain/command.ts'
import type { Database } from '../database.ts'
import { outbox } from '../schema/filing.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { Statement } from './statement.ts'

/** Whom a decision tells: ids and template names, never an address or words. */
export const outboxRows = (db: Database, decision: Decision, seq: number) => {
  const { notices, after, at, undoable } = decision
  if (notices.length === 0) return []
  const row = (notice: Notice) => ({
    dedupe: `${after.id}:${seq}:${notice.template}:${notice.to}:${notice.agencyId ?? ''}`,
    complaintId: after.id,
    seq,
    recipient: notice.to,
    agencyId: notice.agencyId,
    template: notice.template,
    notBefore: at + (undoable ? UNDO_DELAY_MS : 0),
    state: 'waiting',
  })
  return [
    db
      .insert(outbox)
      .values(notices.map(row))
      .returning({ id: outbox.id, notBefore: outbox.notBefore }),
  ]
}

/** An undone command tells nobody. */
export const cancelledRows = (db: Database, { command, after, facts }: Decision): Statement[] =>
  command === 'undo'
    ? [
        db
          .update(outbox)
          .set({ state: 'cancelled' })
          .where(
            and(
              eq(outbox.complaintId, after.id),
              eq(outbox.seq, Number(facts.undone)),
              eq(outbox.state, 'waiting'),
            ),
          ),
      ]
    : []
