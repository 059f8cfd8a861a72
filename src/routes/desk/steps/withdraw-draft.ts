import type { Step } from './step.ts'

export const withdrawDraft: Step = {
  name: 'withdraw_draft',
  path: 'caseDraftWithdrawal',
  fields: {},
  form: ({ t }) => ({ ...t.deskForms.withdrawDraft, fields: [] }),
  meant: () => ({ command: { name: 'withdraw_draft' } }),
}
