import type { AttachmentRow, Dossier } from '../db/dossier.ts'
import { filesHeldFrom } from '../domain/case/held-files.ts'
import { fieldOfFile } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Eye, eyeOf } from './eye.ts'
import { type FileSight, numbered } from './files.ts'

/** The files that the reporter may open by now: proof of a closing waits with that closing. */
export function openFiles(d: Dossier, sees: Eye, now: Instant): Set<AttachmentRow> {
  const held = filesHeldFrom(d.complaint, d.events, d.messages, now) ?? Number.MAX_VALUE
  return new Set(
    d.attachments.filter(
      (a) => a.key !== null && sees(fieldOfFile(a)) && !(a.source === 'agency' && a.seq >= held),
    ),
  )
}

export function reporterFiles(d: Dossier, open: ReadonlySet<AttachmentRow>): FileSight[] {
  return numbered(d.attachments).flatMap(({ row, file }) => (open.has(row) ? [file] : []))
}

export function reporterFile(
  d: Dossier,
  city: City,
  now: Instant,
  id: string | undefined,
): AttachmentRow | undefined {
  const open = openFiles(d, eyeOf({ kind: 'key' }, d.complaint, city, now), now)
  return [...open].find((a) => a.id === id)
}
