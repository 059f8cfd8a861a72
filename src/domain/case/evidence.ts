import { actNamed } from '../acts/acts.ts'

interface Happened {
  events: readonly { type: string; seq: number }[]
}

/** Number of the event by which the case was last routed, disputed or reopened. */
export function workBegan({ events }: Happened): number {
  return events.findLast((e) => actNamed(e.type)?.beginsWork)?.seq ?? 0
}

export function evidenceOf<File extends { source: string; seq: number }>(
  of: Happened & { attachments: readonly File[] },
): File[] {
  const since = workBegan(of)
  return of.attachments.filter((a) => a.source === 'agency' && a.seq > since)
}
