import { build } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type Figures, FigureTiles, LeadTiles } from './figures.tsx'
import { IntakeNotice } from './intake-notice.tsx'
import { ReportRows } from './report-rows.tsx'
import { TrackForm } from './track-fields.tsx'

/** Lengths in words, from the clock rules in force: '3 hari kerja'. */
export interface LegalDays {
  verify: string
  followUp: string
  complaint: string
  information: string
  silence: string
}

export interface HomeProps {
  site: Site
  trackAction: string
  days: LegalDays
  figures: Figures | null
  recent: PublicRow[]
  canonical?: string
}

export function Home(props: HomeProps & { t: Words }) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.home.title(props.site.cityName)}
      description={t.home.lead(props.site.cityName)}
      canonical={props.canonical}
      style="home"
    >
      <IntakeNotice t={t} site={props.site} />
      <div class="hero">
        <h1>{t.home.headline}</h1>
        <p class="lead">{t.home.lead(props.site.cityName)}</p>
        <ButtonLink href={build('report')}>{t.home.report}</ButtonLink>
        <p class="hint">{t.home.promise}</p>
      </div>
      {props.figures && <LeadTiles t={t} figures={props.figures} />}
      <div class="card">
        <h2>{t.home.trackTitle}</h2>
        <TrackForm t={t} prefix={props.site.prefix} action={props.trackAction} line />
      </div>
      <h2>{t.home.stepsTitle}</h2>
      <Steps t={t} days={props.days} />
      {props.figures && (
        <>
          <h2>{t.home.figuresTitle}</h2>
          <FigureTiles t={t} figures={props.figures} />
          <p>
            <a href={build('agencies')}>{t.home.allAgencies}</a>
          </p>
        </>
      )}
      <h2>{t.home.recentTitle}</h2>
      {props.recent.length > 0 ? (
        <ReportRows t={t} rows={props.recent} level="h3" />
      ) : (
        <p class="soft">{t.home.noReports}</p>
      )}
      <p>
        <a href={build('reports')}>{t.home.allReports}</a>
      </p>
    </PublicLayout>
  )
}

function Step({ name, text }: { name: string; text: string }) {
  return (
    <li>
      <b>{name}</b> <span>{text}</span>
    </li>
  )
}

function Steps({ t, days }: { t: Words; days: LegalDays }) {
  return (
    <ol class="steps">
      <Step name={t.home.step1} text={t.home.step1Text(days.verify)} />
      <Step name={t.home.step2} text={t.home.step2Text(days.followUp)} />
      <Step name={t.home.step3} text={t.home.step3Text(days.complaint, days.information)} />
      <Step name={t.home.step4} text={t.home.step4Text(days.silence)} />
    </ol>
  )
}
