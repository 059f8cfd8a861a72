import { deskForms as say } from '../../copy/id/desk-forms.ts'
import { classes, priorities, sensitivities } from '../../copy/id/states.ts'
import { categoryById } from '../../domain/city.ts'
import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../domain/complaint.ts'
import { neverPublic } from '../../domain/visibility.ts'
import type { AppContext } from '../../http.ts'
import type { FieldSpec, FormSpec } from '../../views/staff/form-spec.ts'
import { action, agencyOptions } from './form-parts.ts'
import { maySee } from './readable.ts'
import { maskedCopy, releaseFields } from './release-fields.ts'

/** The verifier's decision as one form: class, agency, priority, and what may be seen by whom. */
export const routeForm = (c: AppContext): FormSpec => {
  const { dossier, city } = c.var
  const k = dossier.complaint
  const agencies = agencyOptions(c)
  const seesOriginal = maySee(c, 'originalText')
  const lead = k.proposedAgencyId ?? categoryById(city, k.categoryId)?.defaultAgencyId ?? null
  const anonymous: FieldSpec[] = k.anonymous
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
    note: neverPublic(k) ? say.release.never : undefined,
    fields: [
      {
        kind: 'select',
        name: 'jenis',
        label: say.route.class,
        value: k.class,
        options: CLASSES.map((value) => ({ value, label: classes[value].label })),
      },
      {
        kind: 'select',
        name: 'kategori',
        label: say.route.category,
        blank: say.chooseCategory,
        value: String(k.categoryId ?? ''),
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
        value: k.priority,
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
        value: String(k.aboutAgencyId ?? ''),
        options: agencies,
      },
      {
        kind: 'check',
        name: 'pengawasan',
        label: say.route.supervisory,
        hint: say.route.supervisoryHint,
        values: k.supervisory ? ['1'] : [],
      },
      {
        kind: 'select',
        name: 'sensitif',
        label: say.route.sensitive,
        blank: say.none,
        value: k.sensitive ?? '',
        options: SENSITIVITIES.map((value) => ({ value, label: sensitivities[value] })),
      },
      ...anonymous,
      ...releaseFields(dossier, city, { withDecision: true, seesOriginal }),
    ],
  }
}
