import { and, eq } from 'drizzle-orm'
import type { Decision } from '../../domain/case/command.ts'
import type { Database } from '../database.ts'
import { message } from '../schema/complaint.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { PreparedEvent } from './event.ts'
import type { Statement } from './statement.ts'

/** The words of a decision, and what it does to earlier ones: approved, screened, undone. */
export function messageRows(
  db: Database,
  decision: Decision,
  event: PreparedEvent,
  screened: string | null,
): Statement[] {
  return [...drafted(db, decision, event), ...revised(db, decision, screened)]
}

function drafted(db: Database, { message: draft, ...d }: Decision, event: PreparedEvent) {
  if (!draft) return []
  const staff = d.actor.kind === 'staff' ? d.actor.id : null
  return [
    db.insert(message).values({
      complaintId: d.after.id,
      seq: event.row.seq,
      kind: draft.kind,
      audience: draft.audience,
      state: draft.state,
      authorKind: d.actor.kind,
      authorId: staff,
      agencyId: (d.before ?? d.after).leadAgencyId,
      at: d.at,
      visibleFrom: d.at + (d.undoable ? UNDO_DELAY_MS : 0),
      text: draft.text,
      reason: draft.reason ?? null,
      salt: event.salt,
    }),
  ]
}

function revised(db: Database, d: Decision, screened: string | null): Statement[] {
  const of = (seq: unknown) =>
    and(eq(message.complaintId, d.after.id), eq(message.seq, Number(seq)))
  const visibleFrom = d.at + (d.undoable ? UNDO_DELAY_MS : 0)
  if (d.command === 'approve_reply' || d.command === 'approve_closure')
    return [db.update(message).set({ state: 'sent', visibleFrom }).where(of(d.facts.message))]
  if (d.command === 'screen')
    return [db.update(message).set({ state: 'sent', screened }).where(of(d.facts.message))]
  if (d.command === 'undo')
    return [
      db.update(message).set({ state: 'undone' }).where(of(d.facts.undone)),
      ...(typeof d.facts.approved === 'number'
        ? [db.update(message).set({ state: 'draft' }).where(of(d.facts.approved))]
        : []),
    ]
  return []
}
