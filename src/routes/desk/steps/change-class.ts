import { CLASSES, type ComplaintClass } from '../../../domain/case/complaint.ts'
import { oneText, type Step } from './step.ts'

export const changeClass: Step = {
  name: 'change_class',
  path: 'caseClass',
  fields: { jenis: 'class', alasan: 'text' },
  form: ({ t, dossier }) => {
    const form = oneText('alasan', t.deskForms.changeClass)
    return {
      ...form,
      fields: [
        {
          kind: 'select',
          name: 'jenis',
          label: t.deskForms.changeClass.class,
          value: dossier.complaint.class,
          options: CLASSES.map((value) => ({ value, label: t.classes[value].label })),
        },
        ...form.fields,
      ],
    }
  },
  meant: (_c, posted) => ({
    command: {
      name: 'change_class',
      // what is none of them, the act refuses
      class: posted.line('jenis') as ComplaintClass,
      text: posted.text('alasan'),
    },
  }),
}
