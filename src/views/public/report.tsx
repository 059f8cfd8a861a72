import type { State } from '../../domain/case/complaint.ts'
import type { Due } from '../../domain/time/due.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import { mediumDate, number } from '../../words/format.ts'
import { report } from '../../words/id/public.ts'
import { ClockLine } from '../components/clock-line.tsx'
import type { ClockStage } from '../components/clock-stages.ts'
import { DueText } from '../components/due-text.tsx'
import {
  Attachments,
  type AttachmentView,
  Dialogue,
  type DialogueMessage,
  Timeline,
  type TimelineItem,
} from '../components/history.tsx'
import { KeyValues } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** Released parts only: the verifier's title and masked text, public answers, released photos. */
export interface PublicReport {
  reference: string
  title: string
  text: string
  state: State
  received: IsoDate
  category: string | null
  place: string | null
  /** '1.66667, 101.44321', where the verifier released it. */
  point: string | null
  agency: { name: string; slug: string } | null
  due: Due
  left: number | null
  today: IsoDate
  stages: ClockStage[]
  answers: DialogueMessage[]
  photos: AttachmentView[]
  history: TimelineItem[]
  /** Filings handled together, itself counted. */
  cluster: number
  rating: number | null
}

/** A released report as anyone may read it. */
export function ReportPage(props: {
  site: Site
  report: PublicReport
  canonical: string
  /** Until it is closed. */
  noindex: boolean
}) {
  const r = props.report
  return (
    <PublicLayout
      site={props.site}
      title={r.title}
      style="report"
      current="reports"
      canonical={props.canonical}
      noindex={props.noindex}
    >
      <p class="m0">
        <StateBadge state={r.state} />
      </p>
      <h1>{r.title}</h1>
      <p class="words lead">{r.text}</p>
      <Standing report={r} />
      <h2>{report.answers}</h2>
      {r.answers.length > 0 ? (
        <Dialogue messages={r.answers} />
      ) : (
        <p class="soft">{report.noAnswers}</p>
      )}
      {r.rating !== null && <p>{report.rating(number(r.rating, 0))}</p>}
      {r.photos.length > 0 && (
        <>
          <h2>{report.photos}</h2>
          <Attachments files={r.photos} />
        </>
      )}
      <h2>{report.history}</h2>
      <Timeline items={r.history} />
      <p>
        {report.yours} <a href={build('track')}>{report.yoursLink}</a>.
      </p>
    </PublicLayout>
  )
}

function Standing({ report: r }: { report: PublicReport }) {
  return (
    <div class="card">
      <p class="ref">{r.reference}</p>
      <ClockLine stages={r.stages} />
      <DueText due={r.due} left={r.left} today={r.today} />
      {r.cluster > 1 && <p>{report.joined(number(r.cluster, 0))}</p>}
      <KeyValues
        rows={[
          r.agency && [
            report.agency,
            <a href={build('agency', { slug: r.agency.slug })}>{r.agency.name}</a>,
          ],
          [report.about, r.category],
          [report.place, r.place],
          [report.point, r.point],
          [report.received, mediumDate(r.received)],
        ]}
      />
    </div>
  )
}
