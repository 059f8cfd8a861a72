import { oneText, type Step } from './step.ts'

export const conclude: Step = {
  name: 'conclude',
  path: 'caseConclusion',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.conclude),
  meant: (_c, posted) => ({ command: { name: 'conclude', text: posted.text('alasan') } }),
}
