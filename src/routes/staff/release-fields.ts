import { fileSize } from '../../copy/format.ts'
import { caseWords } from '../../copy/id/desk.ts'
import { deskForms as say } from '../../copy/id/desk-forms.ts'
import { status } from '../../copy/id/status.ts'
import type { Dossier } from '../../db/dossier.ts'
import { type City, categoryById } from '../../domain/city.ts'
import { titleFrom } from '../../domain/clean-text.ts'
import { maskPersonalData } from '../../domain/screening.ts'
import type { FieldSpec } from '../../views/staff/form-spec.ts'

/** Nothing of it is ever public, whatever the verifier decides. */
export const neverPublic = ({ complaint: c }: Dossier): boolean =>
  c.confidential || c.supervisory || c.sensitive !== null || c.suspectedSpam

/**
 * The copy to begin with: what was released or screened before, else the words with masks, for
 * whoever may see these at all: masks hide numbers, not who an anonymous reporter is.
 */
export const maskedCopy = ({ row }: Dossier, seesOriginal: boolean) => {
  const original = seesOriginal ? maskPersonalData(row.text ?? '') : ''
  const title = seesOriginal ? maskPersonalData(row.title ?? titleFrom(row.text ?? '')) : ''
  const screened = row.screenedText ?? original
  return {
    title: row.releasedTitle ?? title,
    text: row.releasedText ?? (seesOriginal ? original : screened),
    screened,
  }
}

/** The fields of a release, part by part. */
export const releaseFields = (
  d: Dossier,
  city: City,
  { withDecision, seesOriginal }: { withDecision: boolean; seesOriginal: boolean },
): FieldSpec[] => {
  const { complaint: c } = d
  const copy = maskedCopy(d, seesOriginal)
  const never = neverPublic(d)
  const fields: FieldSpec[] = []
  if (withDecision && !never)
    fields.push({
      kind: 'radio',
      name: 'rilis',
      label: say.release.ask,
      options: [
        { value: 'ya', label: say.release.yes },
        { value: 'tidak', label: say.release.no },
      ],
    })
  if (!never || c.anonymous)
    fields.push({
      kind: 'line',
      name: 'judul_rilis',
      label: c.anonymous ? say.release.cleanTitleAnonymous : say.release.cleanTitle,
      value: copy.title,
    })
  if (!never)
    fields.push({
      kind: 'area',
      name: 'teks_rilis',
      label: say.release.text,
      hint: say.release.textHint,
      value: copy.text,
    })
  const photos = photoOptions(d)
  if (photos.length > 0 && (!never || c.anonymous))
    fields.push({
      kind: 'check',
      name: 'foto',
      label: c.anonymous ? say.release.photosAnonymous : say.release.photos,
      values: d.attachments.filter((a) => a.isPublic).map((a) => a.id),
      options: photos,
    })
  if (!never && d.row.lat !== null && mayShowPoint(city, c.categoryId))
    fields.push({
      kind: 'check',
      name: 'titik',
      label: say.release.point,
      hint: say.release.pointHint,
      values: c.release.point ? ['1'] : [],
    })
  return fields
}

/** The exact point is public for public works only; without a category yet the verifier may ask. */
const mayShowPoint = (city: City, categoryId: number | null): boolean =>
  categoryId === null || (categoryById(city, categoryId)?.publicWorks ?? false)

const photoOptions = (d: Dossier) =>
  d.attachments
    .filter((a) => a.key !== null && a.type.startsWith('image/'))
    .map((a, i) => ({
      value: a.id,
      label: `${status.photo(i + 1)}, ${a.source === 'agency' ? caseWords.fromAgency : caseWords.fromReporter}, ${fileSize(a.bytes)}`,
    }))
