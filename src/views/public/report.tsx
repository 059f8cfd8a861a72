import { pointText } from '../../domain/city/point.ts'
import { build } from '../../paths.ts'
import type { PublicReport } from '../../sights/public.ts'
import type { Words } from '../../words/words.ts'
import { Attachments, type AttachmentView } from '../components/attachments.tsx'
import { messageFor } from '../components/citizen-dialogue.ts'
import { toAnyone } from '../components/citizen-history.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { Dialogue, Timeline } from '../components/history.tsx'
import { limitText } from '../components/limit-text.ts'
import { Pager } from '../components/pager.tsx'
import { KeyValues } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

export function ReportPage(props: {
  t: Words
  site: Site
  report: PublicReport
  canonical: string
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
      noindex={!r.indexable}
    >
      <p class="m0">
        <StateBadge t={t} state={r.state} />
      </p>
      <h1>{r.title}</h1>
      <p class="words lead">{r.text}</p>
      <Standing t={t} report={r} />
      <h2>{t.report.answers}</h2>
      {r.answers.length > 0 ? (
        <Dialogue t={t} messages={r.answers.map((said) => messageFor(t, said))} />
      ) : (
        <p class="soft">{t.report.noAnswers}</p>
      )}
      {r.rating !== null && <p>{t.report.rating(t.number(r.rating, 0))}</p>}
      {r.photos.length > 0 && (
        <>
          <h2>{t.report.photos}</h2>
          <Attachments t={t} files={photosOf(t, r)} />
        </>
      )}
      <h2>{t.report.history}</h2>
      <Timeline t={t} items={r.history.map((step) => toAnyone(t, step))} />
      <Pager t={t} pages={r.pages} here={build('publicReport', { nomor: r.reference })} />
      <p>
        {t.report.yours} <a href={build('track')}>{t.report.yoursLink}</a>.
      </p>
    </PublicLayout>
  )
}

function photosOf(t: Words, { reference: nomor, photos }: PublicReport): AttachmentView[] {
  return photos.map(({ id, n, bytes, picture }) => ({
    href: build('publicFile', { nomor, id }),
    picture,
    label: t.status.photo(n),
    bytes,
  }))
}

function Standing({ t, report: r }: { t: Words; report: PublicReport }) {
  return (
    <div class="card">
      <p class="ref">{r.reference}</p>
      <ClockLine t={t} stages={r.clock.stages} />
      <DueText t={t} clock={r.clock} />
      {r.cluster > 1 && <p>{t.report.joined(t.number(r.cluster, 0))}</p>}
      <KeyValues
        rows={[
          r.agency && [
            t.report.agency,
            <a href={build('agency', { slug: r.agency.slug })}>{r.agency.name}</a>,
          ],
          [t.report.about, r.category],
          [t.due.limitLabel, limitText(t, r.clock.target)],
          [t.report.place, r.place.join(', ')],
          [t.report.point, r.point && pointText(r.point)],
          [t.report.received, t.mediumDate(r.received)],
          [t.report.brought, r.broughtOn && t.mediumDate(r.broughtOn)],
        ]}
      />
    </div>
  )
}
