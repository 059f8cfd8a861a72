import type { Dossier, MessageRow } from '../db/dossier.ts'
import type { Seen } from '../domain/case/seen.ts'
import { neverPublic } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import { titleFrom } from '../domain/text/clean-text.ts'
import { maskedTitle } from '../domain/text/masked-title.ts'
import { maskPersonalData } from '../domain/text/screening.ts'
import type { Instant } from '../domain/time/time.ts'
import { isFromReporter } from './desk-messages.ts'
import { staffEye } from './viewer.ts'

export interface Copies {
  title: string
  text: string
  /** For the agency of an anonymous report. */
  screened: string
  /** What their sentences are confirmed from; of an anonymous report nothing is filled in. */
  original: string
}

/** Masks hide numbers, not who a reporter is: only for whoever may see the words at all. */
export function copiesToEdit(d: Dossier, staff: Staff, city: City, now: Instant): Copies {
  const { row } = d
  const seesOriginal = staffEye(staff, d, city, now)('originalText')
  const screened = row.screenedText ?? ''
  const original = seesOriginal ? maskPersonalData(row.text ?? '') : screened
  const title = seesOriginal ? maskedTitle(row.title ?? titleFrom(row.text ?? '')) : ''
  return {
    title: row.releasedTitle ?? (d.complaint.anonymous ? '' : title),
    text: row.releasedText ?? (d.complaint.anonymous ? '' : original),
    screened,
    original,
  }
}

export function toScreen(d: Dossier, staff: Staff, city: City, now: Instant): MessageRow[] {
  const sees = staffEye(staff, d, city, now)
  return sees('unscreenedMessage') ? d.messages.filter((m) => m.state === 'screening') : []
}

/** What the staff said to others and others have read, newest first. */
export function toMask(d: Dossier): MessageRow[] {
  return d.messages
    .filter((m) => m.audience !== 'staff' && m.state === 'sent' && m.text !== null)
    .filter((m) => m.authorId !== null && !isFromReporter(d, m))
    .toReversed()
}

export function isReleasable(complaint: Seen): boolean {
  return !neverPublic(complaint)
}
