import { oneText, type Step } from './step.ts'

export const explain: Step = {
  name: 'explain',
  path: 'caseExplanation',
  fields: { penjelasan: 'text' },
  form: ({ t }) => oneText('penjelasan', t.deskForms.explain),
  meant: (_c, posted) => ({ command: { name: 'explain', text: posted.text('penjelasan') } }),
}
