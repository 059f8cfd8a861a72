import { oneText, type Step } from './step.ts'
import { untoldNote } from './untold.ts'

export const ask: Step = {
  name: 'ask',
  path: 'caseQuestion',
  hotkey: 'm',
  fields: { pertanyaan: 'text' },
  form: ({ t, dossier }) => ({
    ...oneText('pertanyaan', t.deskForms.ask),
    note: untoldNote(t, dossier),
  }),
  meant: (_c, posted) => ({ command: { name: 'ask', text: posted.text('pertanyaan') } }),
}
