import type { Dossier } from '../db/dossier.ts'
import { holdsRole, type Staff } from '../domain/people/actor.ts'
import { findPersonalData, type PersonalSpan } from '../domain/text/screening.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Eye } from './eye.ts'

export type WordsSight =
  /** `personal`: what looks so, for a verifier to mask. Null once erased. */
  | { kind: 'original'; text: string | null; personal: PersonalSpan[] }
  | { kind: 'screened'; text: string }
  | { kind: 'unscreened' }

export function deskWords({ row }: Dossier, staff: Staff, sees: Eye, now: Instant): WordsSight {
  if (sees('originalText')) {
    const personal = holdsRole(staff, 'verifier', now) ? findPersonalData(row.text ?? '') : []
    return { kind: 'original', text: row.text, personal }
  }
  if (row.screenedText !== null && sees('screenedText'))
    return { kind: 'screened', text: row.screenedText }
  return { kind: 'unscreened' }
}

export type PublicCopy =
  | { kind: 'released'; title: string | null; text: string | null }
  | { kind: 'withdrawn' }
  | { kind: 'withheld' }

/** Null before anybody had to decide. */
export function publicCopy({ complaint, row }: Dossier): PublicCopy | null {
  const { status } = complaint.release
  if (status === 'withdrawn') return { kind: 'withdrawn' }
  if (status === 'none') return complaint.leadAgencyId === null ? null : { kind: 'withheld' }
  return { kind: 'released', title: row.releasedTitle, text: row.releasedText }
}

/** As everybody reads it; null where nobody does. */
export function publicTitle(d: Dossier): string | null {
  const copy = publicCopy(d)
  return copy?.kind === 'released' ? copy.title : null
}
