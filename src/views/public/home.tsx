import { build } from '../../paths.ts'
import { home } from '../../words/id/home.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type Figures, FigureTiles } from './figures.tsx'
import { type ReportRow, ReportRows } from './report-rows.tsx'
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
  /** Where number and key are posted. */
  trackAction: string
  days: LegalDays
  figures: Figures | null
  recent: ReportRow[]
  canonical?: string
}

/** The front door: report, look up, what happens next, how we do. */
export function Home(props: HomeProps) {
  return (
    <PublicLayout
      site={props.site}
      title={home.title(props.site.cityName)}
      description={home.lead(props.site.cityName)}
      canonical={props.canonical}
      style="home"
    >
      <div class="hero">
        <h1>{home.headline}</h1>
        <p class="lead">{home.lead(props.site.cityName)}</p>
        <ButtonLink href={build('report')}>{home.report}</ButtonLink>
        <p class="hint">{home.promise}</p>
      </div>
      <div class="card">
        <h2>{home.trackTitle}</h2>
        <TrackForm action={props.trackAction} line />
      </div>
      <h2>{home.stepsTitle}</h2>
      <Steps days={props.days} />
      {props.figures && (
        <>
          <h2>{home.figuresTitle}</h2>
          <FigureTiles figures={props.figures} />
          <p>
            <a href={build('agencies')}>{home.allAgencies}</a>
          </p>
        </>
      )}
      <h2>{home.recentTitle}</h2>
      {props.recent.length > 0 ? (
        <ReportRows rows={props.recent} level="h3" />
      ) : (
        <p class="soft">{home.noReports}</p>
      )}
      <p>
        <a href={build('reports')}>{home.allReports}</a>
      </p>
    </PublicLayout>
  )
}

function Step({ name, text }: { name: string; text: string }) {
  return (
    <li>
      <b>{name}</b>
      <span>{text}</span>
    </li>
  )
}

function Steps({ days }: { days: LegalDays }) {
  return (
    <ol class="steps">
      <Step name={home.step1} text={home.step1Text(days.verify)} />
      <Step name={home.step2} text={home.step2Text(days.followUp)} />
      <Step name={home.step3} text={home.step3Text(days.complaint, days.information)} />
      <Step name={home.step4} text={home.step4Text(days.silence)} />
    </ol>
  )
}
