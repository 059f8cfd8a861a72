import type { AttachmentRow, Dossier } from '../db/dossier.ts'
import { isPhoto } from '../domain/case/release.ts'
import type { City } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Eye } from './eye.ts'
import { type FileSight, numbered } from './files.ts'
import { staffEye } from './viewer.ts'

export interface DeskFile extends FileSight {
  /** The agency of an anonymous report sees it. */
  forAgency: boolean
  isPublic: boolean
}

export function deskFiles(
  { attachments, complaint }: Pick<Dossier, 'attachments' | 'complaint'>,
  sees: Eye,
): { files: DeskFile[]; hiddenFiles: number } {
  const released = complaint.release.status === 'released'
  const all = numbered(attachments)
  const files = all.flatMap(({ row, file }) =>
    isSeen(row, sees)
      ? [{ ...file, forAgency: row.forAgency, isPublic: row.isPublic && released }]
      : [],
  )
  return { files, hiddenFiles: all.length - files.length }
}

export function deskFile(
  d: Dossier,
  staff: Staff,
  city: City,
  now: Instant,
  id: string | undefined,
): AttachmentRow | undefined {
  const sees = staffEye(staff, d, city, now)
  return d.attachments.find((a) => a.id === id && isSeen(a, sees))
}

function isSeen(a: AttachmentRow, sees: Eye): boolean {
  if (a.key === null) return false
  if (a.source === 'agency') return sees('dialogue')
  if (!isPhoto(a.type)) return sees('document')
  return sees('originalPhoto') || (a.forAgency && sees('screenedPhoto'))
}
