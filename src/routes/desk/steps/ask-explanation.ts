import { oneText, type Step } from './step.ts'

export const askExplanation: Step = {
  name: 'ask_explanation',
  path: 'caseExplanationRequest',
  fields: { pesan: 'text' },
  form: ({ t }) => oneText('pesan', t.deskForms.askExplanation),
  meant: (_c, posted) => ({ command: { name: 'ask_explanation', text: posted.text('pesan') } }),
}
