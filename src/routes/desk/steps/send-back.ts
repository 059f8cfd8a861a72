import { oneText, type Step } from './step.ts'

export const sendBack: Step = {
  name: 'send_back',
  path: 'caseDraftReturn',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.sendBack),
  meant: (_c, posted) => ({ command: { name: 'send_back', text: posted.text('alasan') } }),
}
