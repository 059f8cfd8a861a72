import { isRefusal } from '../../../domain/case/command.ts'
import { saidOnBehalf, stepsOnBehalf } from '../../../domain/case/on-behalf.ts'
import { refusalError } from '../../../forms/field-of.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { REPORTER_STEPS } from '../../public/reporter-steps.ts'
import type { Step } from './step.ts'

/** In the order of the forms. */
const NAMES = ['answer', 'confirm', 'dispute', 'rate', 'withdraw', 'reopen'] as const

const SCORES = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** What a reporter without a key said at the counter, written down by whoever filed for them. */
export const onBehalf: Step = {
  name: null,
  path: 'caseOnBehalf',
  fields: { teks: 'text', nilai: 'score' },
  form: ({ t, dossier, ctx }) => {
    const now = stepsOnBehalf(dossier, ctx)
    return NAMES.filter((name) => now.includes(name)).map((name) => {
      const say: { title: string; send: string; text?: string } = t.deskForms.onBehalf[name]
      return {
        id: `behalf-${name}`,
        title: say.title,
        send: say.send,
        note: t.deskForms.onBehalf.note,
        fields: [
          { kind: 'fixed', name: 'langkah', label: '', value: name },
          ...(say.text ? [{ ...fieldFor(name), label: say.text }] : []),
        ],
      }
    })
  },
  sent: (posted) => `behalf-${posted.line('langkah')}`,
  meant: ({ var: { dossier, staff } }, posted) => {
    const said = { text: posted.text('teks'), score: Number(posted.line('nilai')) }
    const meant = saidOnBehalf(posted.line('langkah'), said, dossier, staff)
    return isRefusal(meant) ? { refusal: meant } : { command: meant }
  },
  // as the reporter would be told on the status page
  sentence: (t, refusal, posted) => {
    const name = NAMES.find((one) => one === posted.line('langkah'))
    return refusalError(t, name ? REPORTER_STEPS[name].fields : {}, refusal).text
  },
}

function fieldFor(name: (typeof NAMES)[number]): Omit<FieldSpec, 'label'> {
  return name === 'rate'
    ? { kind: 'radio', name: 'nilai', options: SCORES }
    : { kind: 'low', name: 'teks' }
}
