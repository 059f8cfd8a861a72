import type { AttachmentRow } from '../db/dossier.ts'
import { isBig } from '../domain/case/preview-size.ts'
import { isPhoto } from '../domain/case/release.ts'

/** A stored file by its kind and number: its own name is kept nowhere. */
export interface FileSight {
  id: string
  image: boolean
  /** Photos and documents are counted by themselves, also over those not shown. */
  n: number
  bytes: number
  fromAgency: boolean
  picture: PictureSight
}

/** 'small': a small picture of it is there; 'big': it is too big for one; null: it is only named. */
export type PictureSight = 'small' | 'big' | null

export function pictureOf({ preview, type, width, height }: AttachmentRow): PictureSight {
  if (preview === 'made') return 'small'
  return isPhoto(type) && isBig(width, height) ? 'big' : null
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
      const picture = pictureOf(row)
      return { row, file: { id, image, n, bytes, fromAgency: source === 'agency', picture } }
    })
}
