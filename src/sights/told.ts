import type { ComplaintRow } from '../db/complaint-rows.ts'
import type { Dossier } from '../db/dossier.ts'
import { TOLD_AFTER_MS } from '../domain/acts/undo.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import type { Instant } from '../domain/time/time.ts'

/** What row.undo holds, as far as others are concerned. */
interface LastStep {
  previous: Complaint | null
  seq: number
  at: Instant
}

interface Standing {
  complaint: Complaint
  row: Pick<ComplaintRow, 'undo'>
  events?: Dossier['events']
}

/** The report as it stood before a step that may still be taken back: nobody outside is told of that. */
export function toldBy<D extends Standing>(d: D, now: Instant): D {
  const last = d.row.undo === null ? null : (JSON.parse(d.row.undo) as LastStep)
  if (!last?.previous || now >= last.at + TOLD_AFTER_MS) return d
  const events = d.events && { events: d.events.filter((e) => e.seq !== last.seq) }
  return { ...d, complaint: last.previous, ...events }
}
