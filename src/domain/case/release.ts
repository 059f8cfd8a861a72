import type { ReleaseDecision } from './command.ts'
import type { Complaint } from './complaint.ts'
import type { CityRules } from './parties.ts'

/** The exact point is public where the category is public works, and nowhere else. */
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

/** Who sees a photo besides those who see every original. */
export interface PhotoAudience {
  isPublic: boolean
  /** The agency that handles an anonymous report. */
  forAgency: boolean
}

/** What a verifier ticked: two decisions, as an agency may see what the public may not. */
export interface ChosenPhotos extends Pick<ReleaseDecision, 'release' | 'photoIds'> {
  agencyPhotoIds: readonly string[]
}

/** Whom a file is shown to once decided. What is public, the agency of an anonymous report sees, too. */
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
