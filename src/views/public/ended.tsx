import type { Ended } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { AskKey } from '../components/ask-who.tsx'
import { EndedPage } from '../components/ended-page.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { ErrorSummary } from '../components/parts.tsx'
import type { Site } from '../site.ts'

/** A reporter's form after its session: asks for the key, and never puts one back into the page. */
export function ReporterEnded(props: { t: Words; site: Site; ended: Ended; reference: string }) {
  const { t, ended } = props
  return (
    <EndedPage {...props} title={t.ended.title}>
      {ended.kept && (
        <>
          <p class="lead">{t.ended.why}</p>
          <ErrorSummary t={t} errors={ended.errors} />
          <KeptForm t={t} action={ended.action} kept={ended.kept} send={t.ended.send}>
            <p>{t.ended.ask(props.reference)}</p>
            <AskKey t={t} errors={ended.errors} />
          </KeptForm>
        </>
      )}
    </EndedPage>
  )
}
