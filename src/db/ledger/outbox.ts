import { and, between, eq } from 'drizzle-orm'
import type { Decision } from '../../domain/case/command.ts'
import type { Notice } from '../../domain/case/letters.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { nextOpening } from '../../domain/time/quiet-hours.ts'
import type { Database } from '../database.ts'
import { outbox } from '../schema/filing.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { Statement } from './statement.ts'

/** Ids and template names, never an address or words. */
export function outboxRows(db: Database, decision: Decision, seq: number, calendar: Calendar) {
  const { notices, after } = decision
  if (notices.length === 0) return []
  const row = (notice: Notice) => ({
    dedupe: `${after.id}:${seq}:${notice.template}:${notice.to}:${notice.agencyId ?? ''}`,
    complaintId: after.id,
    seq,
    recipient: notice.to,
    agencyId: notice.agencyId,
    template: notice.template,
    notBefore: earliest(decision, notice, calendar),
    state: 'waiting',
  })
  return [
    db
      .insert(outbox)
      .values(notices.map(row))
      .returning({ id: outbox.id, notBefore: outbox.notBefore }),
  ]
}

/** A person's deed is told at once, after the seconds of undo; a timer's never at night. */
function earliest({ actor, at, undoable }: Decision, { to }: Notice, calendar: Calendar): number {
  return actor.kind === 'timer'
    ? nextOpening(at, to === 'reporter' || to === 'members' ? 'reporter' : 'staff', calendar)
    : at + (undoable ? UNDO_DELAY_MS : 0)
}

export function cancelledRows(db: Database, { after, earlier }: Decision): Statement[] {
  return earlier?.does === 'undoes'
    ? [
        db
          .update(outbox)
          .set({ state: 'cancelled' })
          .where(
            and(
              between(
                outbox.dedupe,
                `${after.id}:${earlier.message}:`,
                `${after.id}:${earlier.message};`,
              ),
              eq(outbox.state, 'waiting'),
            ),
          ),
      ]
    : []
}
