import { holdsRole } from '../../../domain/people/actor.ts'
import { oneText, type Step } from './step.ts'

/** By a verifier in their own name; whoever filed for somebody has another form (on-behalf.ts). */
export const reopen: Step = {
  name: 'reopen',
  path: 'caseReopen',
  fields: { alasan: 'text' },
  form: ({ t, staff, ctx }) =>
    holdsRole(staff, 'verifier', ctx.now) ? oneText('alasan', t.deskForms.reopen) : null,
  meant: (_c, posted) => ({ command: { name: 'reopen', text: posted.text('alasan') } }),
}
