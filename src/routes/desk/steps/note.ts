import { oneText, type Step } from './step.ts'

export const note: Step = {
  name: 'note',
  path: 'caseNote',
  hotkey: 'c',
  fields: { catatan: 'text' },
  form: ({ t }) => oneText('catatan', t.deskForms.note),
  meant: (_c, posted) => ({ command: { name: 'note', text: posted.text('catatan') } }),
}
