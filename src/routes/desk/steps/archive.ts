import { oneText, type Step } from './step.ts'

export const archive: Step = {
  name: 'archive',
  path: 'caseArchive',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.archive),
  meant: (_c, posted) => ({ command: { name: 'archive', text: posted.text('alasan') } }),
}
