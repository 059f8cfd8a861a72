import { oneText, type Step } from './step.ts'

export const unrelease: Step = {
  name: 'unrelease',
  path: 'caseUnrelease',
  fields: { alasan: 'text' },
  form: ({ t, dossier }) =>
    dossier.complaint.release.status === 'released'
      ? oneText('alasan', t.deskForms.unrelease)
      : null,
  meant: (_c, posted) => ({ command: { name: 'unrelease', text: posted.text('alasan') } }),
}
