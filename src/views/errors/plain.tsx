import { build } from '../../paths.ts'
import { type ErrorCode, errorPage, errors } from '../../words/id/errors.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** What happened, why, and what to do. `detail` replaces the reason where more is known. */
export function PlainError(props: { site: Site; code: ErrorCode; detail?: string }) {
  const words = errors[props.code]
  return (
    <PublicLayout site={props.site} title={words.title} style="plain" noindex>
      <h1>{words.title}</h1>
      <p class="lead">{props.detail ?? words.why}</p>
      <p>{words.todo}</p>
      <p>
        <ButtonLink href={build('track')} line>
          {errorPage.track}
        </ButtonLink>{' '}
        <a href={build('home')}>{errorPage.home}</a>
      </p>
      <p class="hint">{errorPage.call(props.site.manager.phone)}</p>
    </PublicLayout>
  )
}
