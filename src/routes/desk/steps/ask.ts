import { oneText, type Step } from './step.ts'

export const ask: Step = {
  name: 'ask',
  path: 'caseQuestion',
  hotkey: 'm',
  fields: { pertanyaan: 'text' },
  form: ({ t }) => oneText('pertanyaan', t.deskForms.ask),
  meant: (_c, posted) => ({ command: { name: 'ask', text: posted.text('pertanyaan') } }),
}
