import { caseByReference } from '../../../db/cases.ts'
import { runMerge } from '../../../db/clusters.ts'
import type { City } from '../../../domain/city/city.ts'
import { typedReference } from '../../../domain/text/reference.ts'
import type { Posted } from '../../../forms/read.ts'
import { surroundings } from '../../../http.ts'
import { mayOpen } from '../../../sights/viewer.ts'
import type { Step } from './step.ts'

export const merge: Step = {
  name: 'merge',
  path: 'caseMerge',
  hotkey: 'g',
  fields: { induk: 'root' },
  form: ({ t }) => ({
    title: t.deskForms.merge.title,
    send: t.deskForms.merge.send,
    fields: [
      {
        kind: 'code',
        name: 'induk',
        label: t.deskForms.merge.root,
        hint: t.deskForms.merge.hint,
      },
    ],
  }),
  leaves: ({ var: { city } }, posted) => {
    const number = rootIn(posted, city)
    return number.ok ? { name: 'merge', facts: { root: number.reference } } : null
  },
  meant: async (c, posted) => {
    const { db, city, staff, now, dossier } = c.var
    const number = rootIn(posted, city)
    const root = number.ok ? await caseByReference(db, number.reference) : null
    // a root that may not be read answers like one that is not there
    if (!root || !mayOpen(staff, root.complaint, now))
      return { refusal: { refused: 'not_a_root', field: 'root' } }
    const { reference } = root.complaint
    return { did: 'merge', result: await runMerge(surroundings(c, staff), dossier, reference) }
  },
}

function rootIn(posted: Posted, { settings }: City) {
  return typedReference(posted.line('induk'), settings.prefix)
}
