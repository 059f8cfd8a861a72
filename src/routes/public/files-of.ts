import { status as words } from '../../copy/id/status.ts'
import type { Dossier } from '../../db/dossier.ts'
import { type Field, fieldOfFile } from '../../domain/visibility.ts'
import { build } from '../../paths.ts'
import type { AttachmentView } from '../../views/components/history.tsx'

type Sees = (field: Field) => boolean

/** The reporter's view of all files, numbered by kind; a file's own name is kept nowhere. */
export const filesOf = (d: Dossier, sees: Sees): AttachmentView[] => {
  const counts = { image: 0, document: 0 }
  return d.attachments
    .filter((a) => a.key !== null)
    .flatMap((a) => {
      const image = a.type.startsWith('image/')
      const n = ++counts[image ? 'image' : 'document']
      if (!sees(fieldOfFile(a))) return []
      return {
        href: build('statusFile', { nomor: d.complaint.reference, id: a.id }),
        image,
        label: image ? words.photo(n) : words.document(n),
        bytes: a.bytes,
        ...(a.source === 'agency' ? { note: words.fromAgency } : {}),
      }
    })
}
