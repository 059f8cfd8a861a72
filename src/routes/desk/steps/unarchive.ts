import { oneText, type Step } from './step.ts'

export const unarchive: Step = {
  name: 'unarchive',
  path: 'caseUnarchive',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.unarchive),
  meant: (_c, posted) => ({ command: { name: 'unarchive', text: posted.text('alasan') } }),
}
