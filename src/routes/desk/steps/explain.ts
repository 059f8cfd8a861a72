import { oneText, type Step } from './step.ts'

export const explain: Step = {
  name: 'explain',
  path: 'caseExplanation',
  fields: { penjelasan: 'text' },
  form: ({ t, dossier }) => {
    const asked = dossier.events.findLast(({ type }) => type === 'ask_explanation')
    return {
      ...oneText('penjelasan', t.deskForms.explain),
      first: true,
      note: dossier.messages.find(({ seq }) => seq === asked?.seq)?.text ?? undefined,
    }
  },
  meant: (_c, posted) => ({ command: { name: 'explain', text: posted.text('penjelasan') } }),
}
