import { oneText, type Step } from './step.ts'

/** Words of the leader to whoever holds the report. */
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
