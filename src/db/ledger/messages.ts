import { and, eq } from 'drizzle-orm'
import type { Decision } from '../../domain/case/command.ts'
import type { Database } from '../database.ts'
import { message } from '../schema/complaint.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { PreparedEvent } from './event.ts'
import type { Statement } from './statement.ts'

export function messageRows(
  db: Database,
  decision: Decision,
  event: PreparedEvent,
  screened: string | null,
): Statement[] {
  return [...drafted(db, decision, event), ...revised(db, decision, screened)]
}

function drafted(db: Database, d: Decision, event: PreparedEvent): Statement[] {
  const { message: draft } = d
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
      visibleFrom: visibleFrom(d),
      text: draft.text,
      reason: draft.reason ?? null,
      salt: event.salt,
    }),
  ]
}

function revised(db: Database, d: Decision, screened: string | null): Statement[] {
  if (!d.earlier) return []
  const { does, message: seq, approved } = d.earlier
  const set = (seq: number, columns: Partial<typeof message.$inferInsert>) =>
    db
      .update(message)
      .set(columns)
      .where(and(eq(message.complaintId, d.after.id), eq(message.seq, seq)))
  switch (does) {
    case 'approves':
      return [set(seq, { state: 'sent', visibleFrom: visibleFrom(d) })]
    case 'screens':
      return [set(seq, { state: 'sent', screened })]
    case 'undoes':
      return [
        set(seq, { state: 'undone' }),
        ...(approved === null ? [] : [set(approved, { state: 'draft' })]),
      ]
  }
}

function visibleFrom({ at, undoable }: Decision): number {
  return at + (undoable ? UNDO_DELAY_MS : 0)
}
