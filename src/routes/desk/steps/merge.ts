import { type Case, caseById, caseByReference } from '../../../db/cases.ts'
import { runMerge } from '../../../db/clusters.ts'
import { isRoot } from '../../../domain/case/complaint.ts'
import { typedReference } from '../../../domain/text/reference.ts'
import type { Posted } from '../../../forms/read.ts'
import { type AppContext, surroundings } from '../../../http.ts'
import { mayOpen } from '../../../sights/viewer.ts'
import type { Step } from './step.ts'

export const merge: Step = {
  name: 'merge',
  path: 'caseMerge',
  hotkey: 'g',
  fields: { induk: 'root' },
  title: (t) => t.deskForms.merge.title,
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
  leaves: async (c, posted) => {
    const root = await rootIn(c, posted)
    return root && { name: 'merge', facts: { root: root.complaint.reference } }
  },
  meant: async (c, posted) => {
    const { staff, now, dossier } = c.var
    const root = await rootIn(c, posted)
    // a root that may not be read answers like one that is not there
    if (!root || !mayOpen(staff, root.complaint, now))
      return { refusal: { refused: 'not_a_root', field: 'root' } }
    const { reference } = root.complaint
    return { did: 'merge', result: await runMerge(surroundings(c, staff), dossier, reference) }
  },
}

/** Whoever names a joined report means the one that it was joined to. */
async function rootIn(c: AppContext, posted: Posted): Promise<Case | null> {
  const { db, city } = c.var
  const number = typedReference(posted.line('induk'), city.settings.prefix)
  const named = number.ok ? await caseByReference(db, number.reference) : null
  return named && !isRoot(named.complaint) ? caseById(db, named.complaint.rootId) : named
}
