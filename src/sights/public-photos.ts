import type { AttachmentRow, Dossier } from '../db/dossier.ts'
import { isOut } from '../domain/case/publication.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Eye, eyeOf } from './eye.ts'
import { type PictureSight, pictureOf } from './files.ts'

export interface PhotoSight {
  id: string
  /** Counted over the public ones alone. */
  n: number
  bytes: number
  picture: PictureSight
}

export function publicPhotos(d: Dossier, sees: Eye): PhotoSight[] {
  return released(d, sees).map((row, i) => ({
    ...{ id: row.id, n: i + 1, bytes: row.bytes },
    picture: pictureOf(row),
  }))
}

export function publicPhoto(
  d: Dossier,
  city: City,
  now: Instant,
  id: string | undefined,
): AttachmentRow | undefined {
  if (!isOut(d.complaint, d.row.publicFrom, now)) return undefined
  const sees = eyeOf({ kind: 'public' }, d.complaint, city, now)
  return released(d, sees).find((a) => a.id === id)
}

function released({ attachments }: Dossier, sees: Eye): AttachmentRow[] {
  return sees('releasedPhoto') ? attachments.filter((a) => a.isPublic && a.key !== null) : []
}
