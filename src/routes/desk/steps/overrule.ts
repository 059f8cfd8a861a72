import { oneText, type Step } from './step.ts'

export const overrule: Step = {
  name: 'overrule',
  path: 'caseObjection',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.overrule),
  meant: (_c, posted) => ({ command: { name: 'overrule', text: posted.text('alasan') } }),
}
