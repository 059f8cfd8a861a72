import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../../domain/case/complaint.ts'
import { categoryById } from '../../../domain/city/city.ts'
import { copiesToEdit } from '../../../sights/drafts.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { copyFields } from './copy-fields.ts'
import { releaseFields } from './release-fields.ts'
import { agencyOptions, type Here } from './step.ts'

export function routeFields(here: Here): FieldSpec[] {
  const { t, city, dossier, staff, ctx } = here
  const { complaint } = dossier
  const copies = copiesToEdit(dossier, staff, city, ctx.now)
  const screened = copyFields(t, {
    name: 'teks_saring',
    label: t.deskForms.route.screened,
    hint: t.deskForms.route.screenedHint,
    value: copies.screened,
    from: copies.original,
  })
  return [
    {
      kind: 'select',
      name: 'jenis',
      label: t.deskForms.route.class,
      value: complaint.class,
      options: CLASSES.map((value) => ({ value, label: t.classes[value].label })),
    },
    {
      kind: 'select',
      name: 'kategori',
      label: t.deskForms.route.category,
      blank: t.deskForms.chooseCategory,
      value: String(complaint.categoryId ?? ''),
      options: city.categories
        .filter((one) => one.active)
        .map((one) => ({ value: one.id, label: one.name })),
    },
    ...agencyFields(here),
    {
      kind: 'check',
      name: 'pengawasan',
      label: t.deskForms.route.supervisory,
      hint: t.deskForms.route.supervisoryHint,
      values: complaint.supervisory ? ['1'] : [],
    },
    {
      kind: 'select',
      name: 'sensitif',
      label: t.deskForms.route.sensitive,
      blank: t.deskForms.none,
      value: complaint.sensitive ?? '',
      options: SENSITIVITIES.map((value) => ({ value, label: t.sensitivities[value] })),
    },
    ...(complaint.anonymous ? screened : []),
    ...releaseFields(t, dossier, city, { withDecision: true, copies }),
  ]
}

function agencyFields({ t, city, dossier: { complaint } }: Here): FieldSpec[] {
  const agencies = agencyOptions(city)
  const lead =
    complaint.proposedAgencyId ?? categoryById(city, complaint.categoryId)?.defaultAgencyId ?? null
  return [
    {
      kind: 'select',
      name: 'opd',
      label: t.deskForms.route.agency,
      hint: t.deskForms.route.agencyHint,
      blank: t.deskForms.byCategory,
      value: String(lead ?? ''),
      options: agencies,
    },
    {
      kind: 'select',
      name: 'prioritas',
      label: t.deskForms.route.priority,
      value: complaint.priority,
      options: PRIORITIES.map((value) => ({ value, label: t.priorities[value] })),
    },
    {
      kind: 'multi',
      name: 'pendukung',
      label: t.deskForms.route.supporting,
      hint: t.deskForms.route.supportingHint,
      options: agencies,
    },
    {
      kind: 'select',
      name: 'tentang',
      label: t.deskForms.route.about,
      hint: t.deskForms.route.aboutHint,
      blank: t.deskForms.none,
      value: String(complaint.aboutAgencyId ?? ''),
      options: agencies,
    },
  ]
}
