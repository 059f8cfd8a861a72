import { runSplit } from '../../../db/clusters.ts'
import { surroundings } from '../../../http.ts'
import type { Step } from './step.ts'

export const split: Step = {
  name: 'split',
  path: 'caseSplit',
  fields: {},
  form: ({ t }) => ({
    title: t.deskForms.split.title,
    send: t.deskForms.split.send,
    note: t.deskForms.split.hint,
    fields: [],
  }),
  leaves: () => ({ name: 'split' }),
  meant: async (c) => {
    const result = await runSplit(surroundings(c, c.var.staff), c.var.dossier)
    return { did: 'split', result }
  },
}
