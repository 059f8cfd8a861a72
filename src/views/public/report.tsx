import type { State } from '../../domain/case/complaint.ts'
import type { Due } from '../../domain/time/due.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
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
  t: Words
  site: Site
  report: PublicReport
  canonical: string
  /** Until it is closed. */
  noindex: boolean
}) {
  const { t } = props
  const r = props.report
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={r.title}
      style="report"
      current="reports"
      canonical={props.canonical}
      noindex={props.noindex}
    >
      <p class="m0">
        <StateBadge t={t} state={r.state} />
      </p>
      <h1>{r.title}</h1>
      <p class="words lead">{r.text}</p>
      <Standing t={t} report={r} />
      <h2>{t.report.answers}</h2>
      {r.answers.length > 0 ? (
        <Dialogue t={t} messages={r.answers} />
      ) : (
        <p class="soft">{t.report.noAnswers}</p>
      )}
      {r.rating !== null && <p>{t.report.rating(t.number(r.rating, 0))}</p>}
      {r.photos.length > 0 && (
        <>
          <h2>{t.report.photos}</h2>
          <Attachments t={t} files={r.photos} />
        </>
      )}
      <h2>{t.report.history}</h2>
      <Timeline t={t} items={r.history} />
      <p>
        {t.report.yours} <a href={build('track')}>{t.report.yoursLink}</a>.
      </p>
    </PublicLayout>
  )
}

function Standing({ t, report: r }: { t: Words; report: PublicReport }) {
  return (
    <div class="card">
      <p class="ref">{r.reference}</p>
      <ClockLine t={t} stages={r.stages} />
      <DueText t={t} due={r.due} left={r.left} today={r.today} />
      {r.cluster > 1 && <p>{t.report.joined(t.number(r.cluster, 0))}</p>}
      <KeyValues
        rows={[
          r.agency && [
            t.report.agency,
            <a href={build('agency', { slug: r.agency.slug })}>{r.agency.name}</a>,
          ],
          [t.report.about, r.category],
          [t.report.place, r.place],
          [t.report.point, r.point],
          [t.report.received, t.mediumDate(r.received)],
        ]}
      />
    </div>
  )
}
