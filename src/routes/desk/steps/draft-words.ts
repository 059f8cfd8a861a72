import type { MessageRow } from '../../../db/dossier.ts'
import { waitsForHead } from '../../../domain/case/approval.ts'
import type { Draft } from '../../../domain/case/complaint.ts'
import type { Here } from './step.ts'

/** Words that the head may change and send as their own; nobody else finds them in the form. */
export function draftWords(
  { complaint, messages }: Here['dossier'],
  kind: Draft['kind'],
  ctx: Here['ctx'],
): MessageRow | undefined {
  const { draft } = complaint
  if (draft?.kind !== kind || waitsForHead(complaint, ctx)) return undefined
  return messages.find(({ seq }) => seq === draft.seq)
}
