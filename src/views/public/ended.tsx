import { AGAIN, type Ended } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { EndedForm, EndedPage } from '../components/ended-form.tsx'
import { Field } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'
import type { Site } from '../site.ts'

/** A reporter's form after its session: asks for the key, and never puts one back into the page. */
export function ReporterEnded(props: { t: Words; site: Site; ended: Ended; reference: string }) {
  const { t, ended } = props
  return (
    <EndedPage {...props} title={t.ended.title}>
      {ended.kept && (
        <EndedForm
          t={t}
          {...ended}
          kept={ended.kept}
          lead={t.ended.ask(props.reference)}
          send={t.ended.send}
        >
          <Field
            t={t}
            name={AGAIN.key}
            label={t.track.key}
            hint={t.track.keyHint}
            error={errorFor(ended.errors, AGAIN.key)}
            autocomplete="off"
            look="code"
            required
          />
        </EndedForm>
      )}
    </EndedPage>
  )
}
