import { templateText } from '../../../db/desk.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { oneText, type Step } from './step.ts'

export const refer: Step = {
  name: 'refer',
  path: 'caseReferral',
  fields: { teks: 'text' },
  form: ({ t, desk: { templates } }) => {
    const form = oneText('teks', t.deskForms.refer)
    const choice: FieldSpec = {
      kind: 'select',
      name: 'templat',
      label: t.deskForms.refer.template,
      blank: t.deskForms.none,
      options: templates.map(({ name }) => ({ value: name, label: name })),
    }
    const fields = templates.length > 0 ? [choice, ...form.fields] : form.fields
    return { ...form, templates, fields }
  },
  meant: async (c, posted) => {
    const name = posted.line('templat')
    const own = posted.text('teks')
    if (!name) return { command: { name: 'refer', text: own } }
    const agencyId = c.var.dossier.complaint.leadAgencyId
    const text = await templateText(c.var.db, { kind: 'referral', name, agencyId })
    const command = { name: 'refer', text: own || (text ?? '') } as const
    if (text !== null) return { command }
    const error = { field: 'templat', text: c.var.t.deskForms.unlisted }
    return { errors: [error], judged: command }
  },
}
