import { oneText, type Step } from './step.ts'

export const note: Step = {
  name: 'note',
  path: 'caseNote',
  fields: { catatan: 'text' },
  form: ({ t }) => oneText('catatan', t.deskForms.note, 'c'),
  meant: (_c, posted) => ({ command: { name: 'note', text: posted.text('catatan') } }),
}
