import type { MessageRow } from '../../db/dossier.ts'
import { canSee } from '../../domain/case/visibility.ts'
import { agencyById, rulesOf } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import type { DialogueMessage } from '../../views/components/history.tsx'
import type { Words } from '../../words/words.ts'
import { viewerOf } from './readable.ts'

/** What this person may read of a message; null when it is none of theirs at all. */
export function readMessage(
  c: AppContext,
  m: MessageRow,
): { text: string; note?: string; hidden: boolean } | null {
  const { dossier, city, now, t } = c.var
  const complaint = dossier.complaint
  const sees = (field: Parameters<typeof canSee>[1]) =>
    canSee(viewerOf(c), field, complaint, now, rulesOf(city))
  if (m.state === 'undone') return null
  if (m.audience === 'staff' || m.state === 'draft') {
    if (!sees('internalNote') || (isRevealReason(c, m) && !sees('revealLog'))) return null
    return { text: m.text ?? t.caseWords.erased, hidden: false, ...noteOf(t, m) }
  }
  if (!sees('dialogue')) return null
  const fromReporter = m.kind === 'answer' || (m.kind === 'reason' && isReporters(c, m))
  if (fromReporter && complaint.anonymous && m.screened === null && !sees('unscreenedMessage'))
    return { text: t.caseWords.hiddenMessage, hidden: true, note: t.caseWords.screening }
  const text =
    fromReporter && m.screened !== null && !sees('unscreenedMessage') ? m.screened : m.text
  return {
    text: [text ?? t.caseWords.erased, m.reason].filter(Boolean).join('\n\n'),
    hidden: false,
    ...noteOf(t, m),
  }
}

/** Said by the reporter, or by whoever speaks for one without a key. */
function isReporters({ var: { dossier } }: AppContext, m: MessageRow): boolean {
  return (
    m.authorKind === 'reporter' ||
    (!dossier.complaint.hasKeyHolder && m.authorId === dossier.complaint.filedBy)
  )
}

function isRevealReason({ var: { dossier } }: AppContext, m: MessageRow): boolean {
  return dossier.reveals.some((r) => r.seq === m.seq)
}

function noteOf(t: Words, m: MessageRow): { note?: string } {
  if (m.state === 'draft') return { note: t.caseWords.draft }
  return m.state === 'screening' ? { note: t.caseWords.screening } : {}
}

/** Questions, answers, replies and reasons, oldest first; notes stand in the history. */
export function dialogueOf(c: AppContext, names: ReadonlyMap<string, string>): DialogueMessage[] {
  const { t } = c.var
  return c.var.dossier.messages.flatMap((m): DialogueMessage[] => {
    if (m.audience === 'staff') return []
    const read = readMessage(c, m)
    if (!read) return []
    const agency = agencyById(c.var.city, m.agencyId)?.shortName
    const staff = m.authorId === null ? null : (names.get(m.authorId) ?? t.caseWords.someone)
    const by =
      m.authorKind === 'reporter' ? t.caseWords.reporterName : (staff ?? t.caseWords.system)
    return [
      {
        at: m.at,
        by: staff && agency ? `${by}, ${agency}` : by,
        mine: m.authorKind !== 'reporter',
        text: read.text,
        ...(read.note ? { note: read.note } : {}),
      },
    ]
  })
}
