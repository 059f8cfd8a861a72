import { agencyOptions, oneText, type Step } from './step.ts'

export const returnToVerifier: Step = {
  name: 'return',
  path: 'caseReturn',
  hotkey: 'k',
  fields: { opd: 'proposedAgencyId', alasan: 'text' },
  form: ({ t, city }) => {
    const form = oneText('alasan', t.deskForms.return)
    return {
      ...form,
      fields: [
        {
          kind: 'select',
          name: 'opd',
          label: t.deskForms.return.agency,
          blank: t.deskForms.chooseAgency,
          options: agencyOptions(city),
        },
        ...form.fields,
      ],
    }
  },
  meant: ({ var: { city } }, posted) => {
    const proposed = city.agencies.find((a) => a.id === posted.id('opd') && a.active)
    const proposedAgencyId = proposed?.id ?? null
    return { command: { name: 'return', text: posted.text('alasan'), proposedAgencyId } }
  },
}
