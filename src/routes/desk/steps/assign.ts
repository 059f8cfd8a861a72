import { officersCalled, type StaffName } from '../../../db/staff-names.ts'
import type { Here, Step } from './step.ts'

/** Only somebody of the lead agency can be given the case. */
export const assign: Step = {
  name: 'assign',
  path: 'caseAssign',
  hotkey: 't',
  fields: { petugas: 'officerId' },
  title: (t) => t.deskForms.assign.title,
  lacks: ({ desk }) => (desk.officers.length === 0 ? 'no_officers' : null),
  form: (here) => {
    const { t, dossier, desk } = here
    if (desk.officers.length === 0) return null
    const words = t.deskForms.assign
    return {
      title: words.title,
      send: words.send,
      fields: [
        {
          kind: 'select',
          name: 'petugas',
          label: words.officer,
          value: dossier.complaint.officerId ?? '',
          options: offeredTo(here).map(({ id, name }) => ({ value: id, label: name })),
        },
        ...(desk.moreOfficers
          ? [
              {
                kind: 'line' as const,
                name: 'petugas_lain',
                label: words.other,
                hint: words.otherHint(desk.officers.length),
                optional: true,
              },
            ]
          : []),
      ],
    }
  },
  meant: async ({ var: { db, dossier, now, t } }, posted) => {
    const other = posted.line('petugas_lain')
    const called = other || posted.line('petugas')
    const found = await officersCalled(db, dossier.complaint.leadAgencyId ?? 0, called, now)
    const [one] = found.length === 1 ? found : []
    if (other && !one)
      return { errors: [{ field: 'petugas_lain', text: t.deskForms.assign.unclear }] }
    const officerId = one?.id ?? ''
    return { command: { name: 'assign', officerId, among: found.map(({ id }) => id) } }
  },
}

/** Whoever has it stands among them, or the form would give it to the first. */
function offeredTo({ dossier, desk: { officers, names } }: Here): StaffName[] {
  const { officerId } = dossier.complaint
  const holder = names.find(({ id }) => id === officerId)
  return !holder || officers.some(({ id }) => id === officerId) ? officers : [holder, ...officers]
}
