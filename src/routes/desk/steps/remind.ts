import { oneText, type Step } from './step.ts'

export const remind: Step = {
  name: 'remind',
  path: 'caseReminder',
  fields: { pesan: 'text' },
  form: ({ t, dossier }) => {
    const routed = dossier.complaint.leadAgencyId !== null
    return oneText('pesan', routed ? t.deskForms.remind : t.deskForms.remindCity)
  },
  meant: (_c, posted) => ({ command: { name: 'remind', text: posted.text('pesan') } }),
}
