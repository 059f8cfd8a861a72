import { TITLE_MAX, TITLE_MIN } from '../text/limits.ts'
import { type Refusal, type RuleContext, refuse } from './command.ts'
import type { Complaint } from './complaint.ts'
import type { CityRules } from './parties.ts'
import type { Seen } from './seen.ts'
import { textRefusal } from './text-refusal.ts'
import { neverPublic } from './visibility.ts'

export interface ReleaseDecision {
  release: boolean
  /** The verifier's clean title; required when released. */
  title: string
  /** The masked copy; required when released. */
  text: string
  /** Asks that the exact point be public; it is only where the category is public works. */
  point: boolean
  photoIds: string[]
}

/** Confidential, supervisory, sensitive and suspected spam are never public. */
export function releaseFaults(release: ReleaseDecision, never: boolean): (Refusal | null)[] {
  if (!release.release) return []
  if (never) return [refuse('never_public', 'release.release')]
  const title = [...release.title.trim()].length
  return [
    title < TITLE_MIN || title > TITLE_MAX ? refuse('release_missing', 'release.title') : null,
    textRefusal(release.text, 'release.text'),
  ]
}

export function isKeptBack(
  complaint: Seen,
  { supervisory, sensitive }: Pick<Seen, 'supervisory' | 'sensitive'>,
): boolean {
  return neverPublic(complaint) || supervisory || sensitive !== null
}

export function withdrawn(release: Complaint['release']): Complaint['release'] {
  return release.status === 'released' ? { status: 'withdrawn', point: false } : release
}

export function shownPoint(
  { point }: ReleaseDecision,
  categoryId: number | null,
  { city }: RuleContext,
): boolean {
  return point && mayShowPoint(city, categoryId)
}

export function mayShowPoint(
  city: Pick<CityRules, 'publicWorksIds'>,
  categoryId: number | null,
): boolean {
  return categoryId !== null && city.publicWorksIds.includes(categoryId)
}

/** Only photos are ever let out: a PDF names people on any of its pages. */
export function isPhoto(type: string): boolean {
  return type.startsWith('image/')
}

export function photosAmong(
  files: readonly { id: string; type: string }[],
  ids: readonly string[],
): string[] {
  return files.filter(({ id, type }) => ids.includes(id) && isPhoto(type)).map(({ id }) => id)
}

export interface PhotoAudience {
  isPublic: boolean
  forAgency: boolean
}

/** Two decisions, as an agency may see what the public may not. */
export interface ChosenPhotos extends Pick<ReleaseDecision, 'release' | 'photoIds'> {
  agencyPhotoIds: readonly string[]
}

/** What is public, the agency of an anonymous report sees, too. */
export function audienceOf(
  complaint: Pick<Complaint, 'anonymous'>,
  file: { id: string; type: string },
  { release, photoIds, agencyPhotoIds }: ChosenPhotos,
): PhotoAudience {
  if (!isPhoto(file.type)) return { isPublic: false, forAgency: false }
  const isPublic = release && photoIds.includes(file.id)
  return {
    isPublic,
    forAgency: complaint.anonymous && (isPublic || agencyPhotoIds.includes(file.id)),
  }
}
