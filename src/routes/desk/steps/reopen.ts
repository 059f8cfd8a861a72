import { isParty } from '../../../domain/case/parties.ts'
import { oneText, type Step } from './step.ts'

/** By a verifier in their own name; whoever filed for somebody has another form (on-behalf.ts). */
export const reopen: Step = {
  name: 'reopen',
  path: 'caseReopen',
  fields: { alasan: 'text' },
  form: ({ t, staff, dossier, ctx }) =>
    isParty('verifier', staff, dossier.complaint, ctx.now, ctx.city)
      ? oneText('alasan', t.deskForms.reopen)
      : null,
  meant: (_c, posted) => ({ command: { name: 'reopen', text: posted.text('alasan') } }),
}
