import type { Settings } from '../../domain/city/city.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { PublicLayout } from '../layouts/public.tsx'
import { IntakeNotice } from './intake-notice.tsx'
import { Emergency } from './report-form.tsx'

/** In the form's place: why nothing can be sent here, and where it can. */
export function ClosedForm({ t, settings }: { t: Words; settings: Settings }) {
  return (
    <PublicLayout t={t} site={settings} title={t.form.title} style="form" noindex>
      <h1>{t.form.title}</h1>
      <IntakeNotice t={t} site={settings} />
      {settings.emergency.phone && <Emergency t={t} {...settings.emergency} />}
      <h2>{t.layout.otherWays}</h2>
      <ul>
        {settings.otherWays.map(({ name, how }) => (
          <li>
            <b>{name}:</b> {how}
          </li>
        ))}
      </ul>
      <p>
        <a href={build('track')}>{t.layout.track}</a>
      </p>
    </PublicLayout>
  )
}
