import { isRefusal } from '../../../domain/case/command.ts'
import { saidOnBehalf, stepsOnBehalf } from '../../../domain/case/on-behalf.ts'
import { rulesOf } from '../../../domain/city/city.ts'
import { refusalError } from '../../../forms/field-of.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import { REPORTER_STEPS } from '../../public/reporter-steps.ts'
import type { Step } from './step.ts'

const SCORES = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** What a reporter without a key said at the counter, written down by whoever filed for them. */
export const onBehalf: Step = {
  name: null,
  path: 'caseOnBehalf',
  fields: { teks: 'text', nilai: 'score' },
  form: ({ t, dossier, ctx }) => {
    const now = stepsOnBehalf(dossier, ctx)
    return REPORTER_STEPS.filter(({ name }) => now.includes(name)).flatMap(({ name }) => {
      if (name === 'split') return []
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
  meant: ({ var: { dossier, staff, now, city } }, posted) => {
    const said = { text: posted.text('teks'), score: Number(posted.line('nilai')) }
    const meant = saidOnBehalf(posted.line('langkah'), said, dossier, staff, {
      now,
      city: rulesOf(city),
    })
    return isRefusal(meant) ? { refusal: meant } : { command: meant }
  },
  // as the reporter would be told on the status page
  sentence: (t, refusal, posted) => {
    const step = REPORTER_STEPS.find(({ name }) => name === posted.line('langkah'))
    return refusalError(t, step?.fields ?? {}, refusal).text
  },
}

function fieldFor(name: string): Omit<FieldSpec, 'label'> {
  return name === 'rate'
    ? { kind: 'radio', name: 'nilai', options: SCORES }
    : { kind: 'low', name: 'teks' }
}
