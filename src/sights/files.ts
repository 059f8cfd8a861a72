import type { AttachmentRow } from '../db/dossier.ts'
import { isPhoto } from '../domain/case/release.ts'

/** A stored file by its kind and number: its own name is kept nowhere. */
export interface FileSight {
  id: string
  image: boolean
  /** Photos and documents are counted by themselves, also over those not shown. */
  n: number
  bytes: number
  fromAgency: boolean
}

export function numbered(
  attachments: readonly AttachmentRow[],
): { row: AttachmentRow; file: FileSight }[] {
  const counts = { image: 0, document: 0 }
  return attachments
    .filter((row) => row.key !== null)
    .map((row) => {
      const image = isPhoto(row.type)
      const n = ++counts[image ? 'image' : 'document']
      const { id, bytes, source } = row
      return { row, file: { id, image, n, bytes, fromAgency: source === 'agency' } }
    })
}
