import { build } from '../../paths.ts'
import type { DeskFile } from '../../sights/desk-files.ts'
import type { Words } from '../../words/words.ts'
import type { AttachmentView } from '../components/attachments.tsx'
import { fileLabel } from '../components/file-label.ts'

/** As it is opened from the case of that number. */
export function fileHere(t: Words, nomor: string, file: DeskFile): AttachmentView {
  return {
    href: build('caseAttachment', { nomor, id: file.id }),
    picture: file.picture,
    label: fileLabel(t, file),
    bytes: file.bytes,
    note: [
      file.fromAgency ? t.caseWords.fromAgency : t.caseWords.fromReporter,
      file.forAgency && t.caseWords.isForAgency,
      file.isPublic && t.caseWords.isPublic,
    ]
      .filter(Boolean)
      .join(', '),
  }
}
