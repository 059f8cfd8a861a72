import type { Step } from './step.ts'

export const takeUp: Step = {
  name: 'take_up',
  path: 'caseTakeUp',
  fields: {},
  form: ({ t }) => ({
    title: t.deskForms.takeUp.title,
    hotkey: 'a',
    first: true,
    send: t.deskForms.takeUp.send,
    fields: [],
  }),
  meant: () => ({ command: { name: 'take_up' } }),
}
