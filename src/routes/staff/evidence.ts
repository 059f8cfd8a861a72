import type { Dossier } from '../../db/dossier.ts'

const BACK_TO_WORK = new Set(['dispute', 'reopen'])

/** Files of the agency attached since the case was last disputed or reopened. */
export const evidenceOf = ({ events, attachments }: Dossier): number => {
  const since = events.findLast((e) => BACK_TO_WORK.has(e.type))?.seq ?? 0
  return attachments.filter((a) => a.source === 'agency' && a.seq > since).length
}
