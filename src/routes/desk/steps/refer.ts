import { templateId } from '../../../domain/people/templates.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { oneText, type Step } from './step.ts'
import { chosenText, templatesHere, usesTemplate } from './templates.ts'

export const refer: Step = {
  name: 'refer',
  path: 'caseReferral',
  fields: { teks: 'text' },
  form: (here) => {
    const { t } = here
    const templates = templatesHere(here)
    const form = oneText('teks', t.deskForms.refer)
    const choice: FieldSpec = {
      kind: 'select',
      name: 'templat',
      label: t.deskForms.refer.template,
      blank: t.deskForms.none,
      options: templates.map(({ id, name }) => ({ value: id, label: name })),
    }
    const fields = templates.length > 0 ? [choice, ...form.fields] : form.fields
    return { ...form, templates, fields }
  },
  fills: usesTemplate('referral', 'teks'),
  meant: async (c, posted) => {
    const own = posted.text('teks')
    if (posted.line('templat') === '') return { command: { name: 'refer', text: own } }
    const text = await chosenText(c, 'referral', templateId(posted.line('templat')))
    const command = { name: 'refer', text: own || (text ?? '') } as const
    if (text !== null) return { command }
    const error = { field: 'templat', text: c.var.t.deskForms.unlisted }
    return { errors: [error], judged: command }
  },
}
