import type { Step } from './step.ts'

export const takeUp: Step = {
  name: 'take_up',
  path: 'caseTakeUp',
  hotkey: 'a',
  fields: {},
  form: ({ t }) => ({
    title: t.deskForms.takeUp.title,
    first: true,
    send: t.deskForms.takeUp.send,
    fields: [],
  }),
  meant: () => ({ command: { name: 'take_up' } }),
}
