import type { Decision } from '../../domain/case/command.ts'
import type { MessageRow } from '../dossier.ts'
import { message } from '../schema/complaint.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { Sealed } from './event.ts'
import { added, altered, type Write } from './write.ts'

export function messageRows(
  decision: Decision,
  stored: readonly MessageRow[],
  sealed: Sealed,
  screened: string | null,
): Write[] {
  return [...drafted(decision, sealed), ...revised(decision, stored, screened)]
}

function drafted(d: Decision, { seq, salt }: Sealed): Write[] {
  const { message: draft } = d
  if (!draft) return []
  const staff = d.actor.kind === 'staff' ? d.actor.id : null
  return [
    added(message, {
      complaintId: d.after.id,
      seq,
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
      salt,
    }),
  ]
}

function revised(d: Decision, stored: readonly MessageRow[], screened: string | null): Write[] {
  if (!d.earlier) return []
  const { does, message: seq, approved } = d.earlier
  const set = (seq: number, columns: Partial<MessageRow>) =>
    stored.filter((row) => row.seq === seq).map((row) => altered(message, row, columns))
  switch (does) {
    case 'approves':
      return set(seq, { state: 'sent', visibleFrom: visibleFrom(d) })
    case 'screens':
      return set(seq, { state: 'sent', screened })
    case 'undoes':
      return [
        ...set(seq, { state: 'undone' }),
        ...(approved === null ? [] : set(approved, { state: 'draft' })),
      ]
  }
}

function visibleFrom({ at, undoable }: Decision): number {
  return at + (undoable ? UNDO_DELAY_MS : 0)
}
