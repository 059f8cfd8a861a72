import { build } from '../../paths.ts'
import type { FileSight } from '../../sights/files.ts'
import type { Words } from '../../words/words.ts'
import type { AttachmentView } from './attachments.tsx'
import { fileLabel } from './file-label.ts'

export function filesOf(t: Words, nomor: string, files: readonly FileSight[]): AttachmentView[] {
  return files.map((file) => ({
    href: build('statusFile', { nomor, id: file.id }),
    picture: file.picture,
    label: fileLabel(t, file),
    bytes: file.bytes,
    note: file.fromAgency ? t.status.fromAgency : undefined,
  }))
}
