import { runSplit } from '../../../db/clusters.ts'
import { traceOf } from '../../../domain/case/said-before.ts'
import { surroundings } from '../../../http.ts'
import { oneText, type Step } from './step.ts'

export const split: Step = {
  name: 'split',
  path: 'caseSplit',
  fields: { alasan: 'text' },
  form: ({ t }) => oneText('alasan', t.deskForms.split),
  leaves: (_c, posted) => traceOf({ name: 'split', text: posted.text('alasan') }),
  meant: async (c, posted) => {
    const text = posted.text('alasan')
    const result = await runSplit(surroundings(c, c.var.staff), c.var.dossier, text)
    return { did: 'split', result }
  },
}
