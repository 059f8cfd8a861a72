import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../domain/case/complaint.ts'
import { categoryById } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import { copiesToEdit, isReleasable } from '../../sights/drafts.ts'
import type { FieldSpec, FormSpec } from '../../views/desk/form-spec.ts'
import { action, agencyOptions } from './form-parts.ts'
import { releaseFields } from './release-fields.ts'

/** The verifier's decision as one form: class, agency, priority, and what may be seen by whom. */
export function routeForm(c: AppContext): FormSpec {
  const { dossier, staff, city, now, t } = c.var
  const complaint = dossier.complaint
  const agencies = agencyOptions(c)
  const copies = copiesToEdit(dossier, staff, city, now)
  const lead =
    complaint.proposedAgencyId ?? categoryById(city, complaint.categoryId)?.defaultAgencyId ?? null
  const anonymous: FieldSpec[] = complaint.anonymous
    ? [
        {
          kind: 'area',
          name: 'teks_saring',
          label: t.deskForms.route.screened,
          hint: t.deskForms.route.screenedHint,
          value: copies.screened,
        },
      ]
    : []
  return {
    id: 'route',
    title: t.deskForms.route.title,
    action: action(c, 'caseRoute'),
    hotkey: 't',
    first: true,
    send: t.deskForms.route.send,
    note: isReleasable(complaint) ? undefined : t.deskForms.release.never,
    fields: [
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
      ...anonymous,
      ...releaseFields(t, dossier, city, { withDecision: true, copies }),
    ],
  }
}
