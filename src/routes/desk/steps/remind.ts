import { oneText, type Step } from './step.ts'

/** Words of the leader to whoever holds the report. */
export const remind: Step = {
  name: 'remind',
  path: 'caseReminder',
  fields: { pesan: 'text' },
  form: ({ t: { deskForms }, dossier: { complaint } }) =>
    oneText('pesan', complaint.leadAgencyId === null ? deskForms.remindCity : deskForms.remind),
  meant: (_c, posted) => ({ command: { name: 'remind', text: posted.text('pesan') } }),
}
