import { type HeardCursor, heardBefore, hearsMore } from '../../db/heard.ts'
import { hasMembers } from '../../domain/case/complaint.ts'
import type { AppContext } from '../../http.ts'
import { build } from '../../paths.ts'

/** From the first one on. */
const ALL = 'semua'

/** The page of additions that the address asks for; null: the case shows the last ones. */
export async function earlierHeard(c: AppContext) {
  const { db, dossier } = c.var
  const asked = c.req.query('tambahan')
  if (asked === undefined || !hasMembers(dossier.complaint)) return null
  return heardBefore(db, dossier.complaint.id, cursorIn(asked))
}

export function moreHeard(
  { var: { dossier } }: AppContext,
  shown: { next: HeardCursor | null } | null,
): string | null {
  const { complaint, events } = dossier
  if (!hasMembers(complaint)) return null
  const first = !shown && hearsMore(events) ? ALL : null
  const from = shown?.next ? `${shown.next.id}~${shown.next.seq}` : first
  return from && `${build('caseFile', { nomor: complaint.reference })}?tambahan=${from}#tambahan`
}

function cursorIn(text: string): HeardCursor | null {
  const [, id, seq] = /^(\d{1,16})~(\d{1,9})$/.exec(text) ?? []
  return id === undefined ? null : { id: Number(id), seq: Number(seq) }
}
