import { build } from '../../paths.ts'
import { oneTime as words } from '../../words/id/one-time.ts'
import { KeptWords } from '../components/kept-words.tsx'
import { ErrorSummary, type FieldError, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { ClosureBox, QuestionBox } from './status-forms.tsx'
import type { StatusView } from './status-view.ts'

export type OneTimeView = Pick<
  StatusView,
  'reference' | 'question' | 'closure' | 'forms' | 'rating' | 'reopenUntil'
>

/** The page behind a link in a letter: one question or one closing, and nothing else. */
export function OneTimePage(props: {
  site: Site
  view: OneTimeView
  secret: boolean
  errors: FieldError[]
  typed: Record<string, string>
}) {
  return (
    <PublicLayout
      site={props.site}
      title={words.title(props.view.reference)}
      style="status"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{words.title(props.view.reference)}</h1>
      <ErrorSummary errors={props.errors} />
      {props.secret && (
        <Notice>
          <p>{words.secret}</p>
        </Notice>
      )}
      <QuestionBox {...props} />
      <ClosureBox {...props} />
      <p>
        {words.more}{' '}
        <a href={build('statusLink', { nomor: props.view.reference })}>{words.useKey}</a>.
      </p>
    </PublicLayout>
  )
}

/** What a used or expired link answers, and what one answers that was just used. */
export function OneTimeOver({
  site,
  done,
  kept = [],
}: {
  site: Site
  done: boolean
  /** Words that were sent through it and count no more. */
  kept?: (string | undefined)[]
}) {
  return (
    <PublicLayout site={site} title={done ? words.done : words.gone} style="plain" noindex>
      <h1>{done ? words.done : words.gone}</h1>
      {!done && <p class="lead">{words.goneText}</p>}
      <KeptWords words={kept} />
      <p>
        <a href={build('track')}>{words.useKey}</a>
      </p>
    </PublicLayout>
  )
}
