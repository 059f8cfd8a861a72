import type { FieldError } from '../../forms/field-error.ts'
import type { Kept } from '../../forms/kept.ts'
import { build } from '../../paths.ts'
import type { OneTimeSight } from '../../sights/one-time.ts'
import type { Words } from '../../words/words.ts'
import { AskKey } from '../components/ask-who.tsx'
import { KeptForm } from '../components/kept-form.tsx'
import { KeptWords } from '../components/kept-words.tsx'
import { ErrorSummary, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { ClosureBox, QuestionBox } from './status-forms.tsx'
import type { StatusForms } from './status-view.ts'

export interface OneTimeView extends OneTimeSight {
  forms: StatusForms
}

/** The page behind a link in a letter: one question or one closing, and nothing else. */
export function OneTimePage(props: {
  t: Words
  site: Site
  view: OneTimeView
  errors: FieldError[]
  typed: Record<string, string>
  script?: string
}) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.oneTime.title(props.view.reference)}
      style="status"
      noindex
      failed={props.errors.length > 0}
      script={props.script}
    >
      <h1>{t.oneTime.title(props.view.reference)}</h1>
      <ErrorSummary t={t} errors={props.errors} />
      {props.view.secret && (
        <Notice>
          <p>{t.oneTime.secret}</p>
        </Notice>
      )}
      <QuestionBox {...props} />
      <ClosureBox {...props} />
      <p>
        {t.oneTime.more}{' '}
        <a href={build('statusLink', { nomor: props.view.reference })}>{t.oneTime.useKey}</a>.
      </p>
    </PublicLayout>
  )
}

/** What a used or expired link answers, and what one answers that was just used. */
export function OneTimeOver({
  t,
  site,
  done,
  moved = false,
  kept = null,
  action = null,
}: {
  t: Words
  site: Site
  done: boolean
  /** It was sent to an address that is no longer the reporter's. */
  moved?: boolean
  kept?: Kept | null
  /** Where the key sends it all the same. */
  action?: string | null
}) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={done ? t.oneTime.done : t.oneTime.gone}
      style={kept && action ? 'ended' : 'plain'}
      noindex
    >
      <h1>{done ? t.oneTime.done : t.oneTime.gone}</h1>
      {!done && <p class="lead">{moved ? t.oneTime.moved : t.oneTime.goneText}</p>}
      {kept && action && (
        <KeptForm t={t} action={action} kept={kept} send={t.ended.send}>
          <p>{t.ended.proof}</p>
          <AskKey t={t} />
        </KeptForm>
      )}
      {kept && !action && <KeptWords t={t} words={kept.words} />}
      <p>
        <a href={build('track')}>{t.oneTime.useKey}</a>
      </p>
    </PublicLayout>
  )
}
