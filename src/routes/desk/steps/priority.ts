import { PRIORITIES } from '../../../domain/case/complaint.ts'
import type { Step } from './step.ts'

export const priority: Step = {
  name: 'set_priority',
  path: 'casePriority',
  fields: { prioritas: 'priority' },
  form: ({ t, dossier }) => ({
    title: t.deskForms.priority.title,
    send: t.deskForms.priority.send,
    fields: [
      {
        kind: 'select',
        name: 'prioritas',
        label: t.deskForms.priority.label,
        value: dossier.complaint.priority,
        options: PRIORITIES.map((value) => ({ value, label: t.priorities[value] })),
      },
    ],
  }),
  meant: ({ var: { dossier } }, posted) => {
    const chosen = PRIORITIES.find((one) => one === posted.line('prioritas'))
    return { command: { name: 'set_priority', priority: chosen ?? dossier.complaint.priority } }
  },
}
