import type { AttachmentRow, Dossier } from '../../db/dossier.ts'
import { filesHeldFrom } from '../../domain/case/held-files.ts'
import { type Field, fieldOfFile } from '../../domain/case/visibility.ts'
import type { Instant } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { AttachmentView } from '../../views/components/history.tsx'
import type { Words } from '../../words/words.ts'

type Sees = (field: Field) => boolean

/** The files that the reporter may open by now: proof of a closing waits with that closing. */
export function shownFiles(d: Dossier, now: Instant, sees: Sees): Set<AttachmentRow> {
  const held = filesHeldFrom(d.complaint.state, d.events, d.messages, now) ?? Number.MAX_VALUE
  return new Set(
    d.attachments.filter(
      (a) => a.key !== null && sees(fieldOfFile(a)) && !(a.source === 'agency' && a.seq >= held),
    ),
  )
}

/** The reporter's view of all files, numbered by kind; a file's own name is kept nowhere. */
export function filesOf(t: Words, d: Dossier, now: Instant, sees: Sees): AttachmentView[] {
  const shown = shownFiles(d, now, sees)
  const counts = { image: 0, document: 0 }
  return d.attachments
    .filter((a) => a.key !== null)
    .flatMap((a) => {
      const image = a.type.startsWith('image/')
      const n = ++counts[image ? 'image' : 'document']
      if (!shown.has(a)) return []
      return {
        href: build('statusFile', { nomor: d.complaint.reference, id: a.id }),
        image,
        label: image ? t.status.photo(n) : t.status.document(n),
        bytes: a.bytes,
        ...(a.source === 'agency' ? { note: t.status.fromAgency } : {}),
      }
    })
}
