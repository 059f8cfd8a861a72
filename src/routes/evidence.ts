import type { Dossier } from '../db/dossier.ts'

const WORK_BEGINS = new Set(['route', 'dispute', 'reopen'])

/** Number of the event by which the case was last routed, disputed or reopened. */
export const workBegan = ({ events }: Pick<Dossier, 'events'>): number =>
  events.findLast((e) => WORK_BEGINS.has(e.type))?.seq ?? 0

/** Files of the agency attached since then: an earlier round's prove nothing in this one. */
export const evidenceOf = (d: Dossier) => {
  const since = workBegan(d)
  return d.attachments.filter((a) => a.source === 'agency' && a.seq > since)
}
