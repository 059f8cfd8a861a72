import type { Words } from '../../words/words.ts'
import { Qr } from '../components/qr.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { posterSheet } from '../styles/survey-sheet.ts'
import type { SurveyedName } from './survey.tsx'

interface Props {
  site: Site
  of: SurveyedName
  /** Whole, as it is typed. */
  address: string
}

/** To be printed and hung where people are served. */
export function SurveySheet({ t, site, of, address }: Props & { t: Words }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={t.survey.sheet.title(of.name)}
      style={posterSheet}
      noindex
    >
      <p class="noprint">{t.survey.sheet.print}</p>
      <div class="poster">
        <h1>{t.survey.sheet.call}</h1>
        <p>
          {of.name}
          {of.agency && (
            <>
              <br />
              {of.agency}
            </>
          )}
        </p>
        <Qr text={address} />
        <p>{t.survey.sheet.scan}</p>
        <p>
          <b>{address.replace(/^https?:\/\//, '')}</b>
        </p>
        <p>{t.survey.sheet.free}</p>
      </div>
    </PublicLayout>
  )
}
