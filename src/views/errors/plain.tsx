import { build } from '../../paths.ts'
import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** What happened, why, and what to do. `detail` replaces the reason where more is known. */
export function PlainError(props: { t: Words; site: Site; code: ErrorCode; detail?: string }) {
  const { t } = props
  const words = t.errors[props.code]
  return (
    <PublicLayout t={t} site={props.site} title={words.title} style="plain" noindex>
      <h1>{words.title}</h1>
      <p class="lead">{props.detail ?? words.why}</p>
      <p>{words.todo}</p>
      <p>
        <ButtonLink href={build('track')} line>
          {t.errorPage.track}
        </ButtonLink>{' '}
        <a href={build('home')}>{t.errorPage.home}</a>
      </p>
      <p class="hint">{t.errorPage.call(props.site.manager.phone)}</p>
    </PublicLayout>
  )
}
