import type { PhotoAudience } from '../../domain/case/release.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { AttachmentRow, MessageRow } from '../dossier.ts'
import { message } from '../schema/complaint.ts'
import { attachment, reveal } from '../schema/filing.ts'
import { added, altered, type Write } from './write.ts'

export function shownRows(a: AttachmentRow, { isPublic, forAgency }: PhotoAudience): Write[] {
  return a.isPublic === isPublic && a.forAgency === forAgency
    ? []
    : [altered(attachment, a, { isPublic, forAgency })]
}

export function revealRows(row: {
  complaintId: number
  seq: number
  staffId: string
  at: Instant
}): Write[] {
  return [added(reveal, row)]
}

export function maskedRows(row: MessageRow, masked: string): Write[] {
  return [altered(message, row, { masked })]
}
