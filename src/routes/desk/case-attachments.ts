import type { AttachmentRow } from '../../db/dossier.ts'
import { isPhoto } from '../../domain/case/release.ts'
import { canSee, type Field } from '../../domain/case/visibility.ts'
import { rulesOf } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import { build } from '../../paths.ts'
import type { AttachmentView } from '../../views/components/history.tsx'
import { viewerOf } from './readable.ts'

/** Whether this person may open a file of the complaint beside the request. */
export function maySeeFile(c: AppContext, a: AttachmentRow): boolean {
  const { dossier, city, now } = c.var
  const sees = (field: Field) => canSee(viewerOf(c), field, dossier.complaint, now, rulesOf(city))
  if (a.key === null) return false
  if (a.source === 'agency') return sees('dialogue')
  if (!isPhoto(a.type)) return sees('document')
  return sees('originalPhoto') || (a.forAgency && sees('screenedPhoto'))
}

/** Files numbered by kind, as the reporter counts them; and how many are kept back. */
export function attachmentsOf(c: AppContext): { files: AttachmentView[]; hidden: number } {
  const { t } = c.var
  const counts = { image: 0, document: 0 }
  let hidden = 0
  const files = c.var.dossier.attachments
    .filter((a) => a.key !== null)
    .flatMap((a): AttachmentView[] => {
      const image = isPhoto(a.type)
      const n = ++counts[image ? 'image' : 'document']
      if (!maySeeFile(c, a)) {
        hidden += 1
        return []
      }
      const notes = [
        a.source === 'agency' ? t.caseWords.fromAgency : t.caseWords.fromReporter,
        a.forAgency && t.caseWords.isForAgency,
        a.isPublic && c.var.dossier.complaint.release.status === 'released' && t.caseWords.isPublic,
      ]
      return [
        {
          href: build('caseAttachment', { nomor: c.var.dossier.complaint.reference, id: a.id }),
          image,
          label: image ? t.status.photo(n) : t.status.document(n),
          bytes: a.bytes,
          note: notes.filter(Boolean).join(', '),
        },
      ]
    })
  return { files, hidden }
}
