import type { AttachmentRow, Dossier } from '../../../db/dossier.ts'
import type { Complaint } from '../../../domain/case/complaint.ts'
import { isPhoto, mayShowPoint } from '../../../domain/case/release.ts'
import { type City, rulesOf } from '../../../domain/city/city.ts'
import { type Copies, isReleasable } from '../../../sights/drafts.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import type { Words } from '../../../words/words.ts'
import { copyFields } from './copy-fields.ts'

export function releaseFields(
  t: Words,
  d: Dossier,
  city: City,
  { withDecision, copies }: { withDecision: boolean; copies: Copies },
): FieldSpec[] {
  const { complaint } = d
  const never = !isReleasable(complaint)
  const fields: FieldSpec[] = []
  if (withDecision && !never)
    fields.push({
      kind: 'radio',
      name: 'rilis',
      label: t.deskForms.release.ask,
      options: [
        { value: 'ya', label: t.deskForms.release.yes },
        { value: 'tidak', label: t.deskForms.release.no },
      ],
    })
  if (!never || complaint.anonymous)
    fields.push({
      kind: 'line',
      name: 'judul_rilis',
      label: complaint.anonymous
        ? t.deskForms.release.cleanTitleAnonymous
        : t.deskForms.release.cleanTitle,
      value: copies.title,
    })
  if (!never) fields.push(...textFields(t, complaint, copies))
  fields.push(...photoFields(t, d, never))
  if (!never && d.row.lat !== null && mayAskForPoint(city, complaint.categoryId))
    fields.push({
      kind: 'check',
      name: 'titik',
      label: t.deskForms.release.point,
      hint: t.deskForms.release.pointHint,
      values: complaint.release.point ? ['1'] : [],
    })
  return fields
}

function textFields(t: Words, { anonymous }: Complaint, copies: Copies): FieldSpec[] {
  const { text: label, textHint: hint, anonymousHint } = t.deskForms.release
  const [name, value] = ['teks_rilis', copies.text]
  return anonymous
    ? copyFields(t, { name, label, hint: anonymousHint, value, from: copies.original })
    : [{ kind: 'area', name, label, hint, value }]
}

/** The exact point is public for public works only; without a category yet the verifier may ask. */
function mayAskForPoint(city: City, categoryId: number | null): boolean {
  return categoryId === null || mayShowPoint(rulesOf(city), categoryId)
}

/** Two decisions for an anonymous report: what the agency sees, and what everybody sees. */
function photoFields(t: Words, d: Dossier, never: boolean): FieldSpec[] {
  const photos = d.attachments.filter((a) => a.key !== null && isPhoto(a.type))
  const options = photos.map((a, i) => ({ value: a.id, label: photoLabel(t, a, i + 1) }))
  const reporters = options.filter((_, i) => photos[i]?.source === 'reporter')
  const fields: FieldSpec[] = []
  if (d.complaint.anonymous && reporters.length > 0)
    fields.push({
      kind: 'check',
      name: 'foto_opd',
      label: t.deskForms.release.photosForAgency,
      values: photos.filter((a) => a.forAgency).map((a) => a.id),
      options: reporters,
    })
  if (!never && options.length > 0)
    fields.push({
      kind: 'check',
      name: 'foto',
      label: t.deskForms.release.photos,
      values: photos.filter((a) => a.isPublic).map((a) => a.id),
      options,
    })
  return fields
}

function photoLabel(t: Words, a: AttachmentRow, n: number): string {
  return `${t.status.photo(n)}, ${a.source === 'agency' ? t.caseWords.fromAgency : t.caseWords.fromReporter}, ${t.fileSize(a.bytes)}`
}
