import type { Dossier } from '../db/dossier.ts'

const WORK_BEGINS = new Set(['route', 'dispute', 'reopen'])

/** Files of the agency attached since the case was last routed, disputed or reopened. */
export const evidenceOf = ({ events, attachments }: Dossier) => {
  const since = events.findLast((e) => WORK_BEGINS.has(e.type))?.seq ?? 0
  return attachments.filter((a) => a.source === 'agency' && a.seq > since)
}
