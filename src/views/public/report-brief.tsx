import { build } from '../../paths.ts'
import type { PublicBrief } from '../../sights/public.ts'
import type { Words } from '../../words/words.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { KeyValues } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** What a number alone tells before a verifier has released anything. */
export function ReportBrief({ t, site, brief }: { t: Words; site: Site; brief: PublicBrief }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={brief.reference}
      style="report"
      current="reports"
      noindex
    >
      <p class="m0">
        <StateBadge t={t} state={brief.state} />
      </p>
      <h1>{t.report.number(brief.reference)}</h1>
      <p class="lead">{t.stateMeaningForOthers(brief.state)}</p>
      <div class="card">
        <ClockLine t={t} stages={brief.clock.stages} />
        <DueText t={t} clock={brief.clock} />
        <KeyValues
          rows={[
            [t.report.received, t.mediumDate(brief.received)],
            [t.report.brought, brief.broughtOn && t.mediumDate(brief.broughtOn)],
            [t.report.district, brief.district],
          ]}
        />
      </div>
      <p>{t.report.notReleased}</p>
      <p>
        {t.report.yours} <a href={build('track')}>{t.report.yoursLink}</a>.
      </p>
    </PublicLayout>
  )
}
