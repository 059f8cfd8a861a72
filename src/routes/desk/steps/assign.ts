import { officersOf } from '../../../db/staff-names.ts'
import type { Step } from './step.ts'

/** Only somebody of the lead agency can be given the case. */
export const assign: Step = {
  name: 'assign',
  path: 'caseAssign',
  hotkey: 't',
  fields: { petugas: 'officerId' },
  title: (t) => t.deskForms.assign.title,
  lacks: ({ desk }) => (desk.officers.length === 0 ? 'no_officers' : null),
  form: ({ t, dossier, desk: { officers } }) =>
    officers.length === 0
      ? null
      : {
          title: t.deskForms.assign.title,
          send: t.deskForms.assign.send,
          fields: [
            {
              kind: 'select',
              name: 'petugas',
              label: t.deskForms.assign.officer,
              value: dossier.complaint.officerId ?? '',
              options: officers.map(({ id, name }) => ({ value: id, label: name })),
            },
          ],
        },
  meant: async ({ var: { db, dossier, now } }, posted) => {
    const officers = await officersOf(db, dossier.complaint.leadAgencyId ?? 0, now)
    const among = officers.map(({ id }) => id)
    return { command: { name: 'assign', officerId: posted.line('petugas'), among } }
  },
}
