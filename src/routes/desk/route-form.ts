import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../domain/case/complaint.ts'
import { neverPublic } from '../../domain/case/visibility.ts'
import { categoryById } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import type { FieldSpec, FormSpec } from '../../views/desk/form-spec.ts'
import { deskForms as say } from '../../words/id/desk-forms.ts'
import { classes, priorities, sensitivities } from '../../words/id/states.ts'
import { action, agencyOptions } from './form-parts.ts'
import { maySee } from './readable.ts'
import { maskedCopy, releaseFields } from './release-fields.ts'

/** The verifier's decision as one form: class, agency, priority, and what may be seen by whom. */
export function routeForm(c: AppContext): FormSpec {
  const { dossier, city } = c.var
  const complaint = dossier.complaint
  const agencies = agencyOptions(c)
  const seesOriginal = maySee(c, 'originalText')
  const lead =
    complaint.proposedAgencyId ?? categoryById(city, complaint.categoryId)?.defaultAgencyId ?? null
  const anonymous: FieldSpec[] = complaint.anonymous
    ? [
        {
          kind: 'area',
          name: 'teks_saring',
          label: say.route.screened,
          hint: say.route.screenedHint,
          value: maskedCopy(dossier, seesOriginal).screened,
        },
      ]
    : []
  return {
    id: 'route',
    title: say.route.title,
    action: action(c, 'caseRoute'),
    hotkey: 't',
    first: true,
    send: say.route.send,
    note: neverPublic(complaint) ? say.release.never : undefined,
    fields: [
      {
        kind: 'select',
        name: 'jenis',
        label: say.route.class,
        value: complaint.class,
        options: CLASSES.map((value) => ({ value, label: classes[value].label })),
      },
      {
        kind: 'select',
        name: 'kategori',
        label: say.route.category,
        blank: say.chooseCategory,
        value: String(complaint.categoryId ?? ''),
        options: city.categories
          .filter((one) => one.active)
          .map((one) => ({ value: one.id, label: one.name })),
      },
      {
        kind: 'select',
        name: 'opd',
        label: say.route.agency,
        hint: say.route.agencyHint,
        blank: say.byCategory,
        value: String(lead ?? ''),
        options: agencies,
      },
      {
        kind: 'select',
        name: 'prioritas',
        label: say.route.priority,
        value: complaint.priority,
        options: PRIORITIES.map((value) => ({ value, label: priorities[value] })),
      },
      {
        kind: 'multi',
        name: 'pendukung',
        label: say.route.supporting,
        hint: say.route.supportingHint,
        options: agencies,
      },
      {
        kind: 'select',
        name: 'tentang',
        label: say.route.about,
        hint: say.route.aboutHint,
        blank: say.none,
        value: String(complaint.aboutAgencyId ?? ''),
        options: agencies,
      },
      {
        kind: 'check',
        name: 'pengawasan',
        label: say.route.supervisory,
        hint: say.route.supervisoryHint,
        values: complaint.supervisory ? ['1'] : [],
      },
      {
        kind: 'select',
        name: 'sensitif',
        label: say.route.sensitive,
        blank: say.none,
        value: complaint.sensitive ?? '',
        options: SENSITIVITIES.map((value) => ({ value, label: sensitivities[value] })),
      },
      ...anonymous,
      ...releaseFields(dossier, city, { withDecision: true, seesOriginal }),
    ],
  }
}
