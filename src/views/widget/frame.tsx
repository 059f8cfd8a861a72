import type { Agency, Settings } from '../../domain/city/city.ts'
import { isOpen } from '../../domain/city/opening.ts'
import { build, buildReportTo } from '../../paths.ts'
import type { ErrorCode } from '../../words/id/errors.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { Button, ButtonLink, NEW_TAB } from '../components/parts.tsx'
import { FrameLayout } from '../layouts/frame.tsx'
import { FewFigures, type Figures } from '../public/figures.tsx'
import { IntakeNotice } from '../public/intake-notice.tsx'

interface Props {
  t: Words
  settings: Settings
  origin: string
}

/**
 * What can be done comes first, and all of it fits the 560 px of the snippet in README.md.
 * Its number box is a plain GET form to a new tab: a key is never asked for inside a frame.
 */
export function WidgetFrame(props: Props & { agency: Agency; figures: Figures }) {
  const { t } = props
  const { settings, origin, agency, figures } = props
  return (
    <FrameLayout t={t} site={settings} title={t.widget.title(agency.shortName)} origin={origin}>
      <IntakeNotice t={t} site={settings} />
      {isOpen(settings) && (
        <p>
          <ButtonLink href={origin + buildReportTo(agency.slug, 'widget')} newTab>
            {t.widget.report}
          </ButtonLink>
        </p>
      )}
      <form method="get" action={origin + build('track')} {...NEW_TAB}>
        <Field t={t} name="nomor" label={t.widget.trackLabel} look="code" />
        <Button line>{t.widget.track}</Button>
      </form>
      <FewFigures t={t} figures={figures} />
      <p>
        <a href={origin + build('agency', { slug: agency.slug })} {...NEW_TAB}>
          {t.widget.all}
        </a>
      </p>
    </FrameLayout>
  )
}

/** In place of a frame that cannot be shown: what can be done all the same. */
export function WidgetRefused({ t, settings, origin, code }: Props & { code: ErrorCode }) {
  const [title, why] =
    code === 404
      ? [t.widget.unknown, t.widget.unknownText]
      : [t.errors[code].title, t.errors[code].why]
  return (
    <FrameLayout t={t} site={settings} title={title} origin={origin}>
      <p>{why}</p>
      <p>
        <ButtonLink href={origin + build('report')} newTab>
          {t.widget.report}
        </ButtonLink>
      </p>
    </FrameLayout>
  )
}
