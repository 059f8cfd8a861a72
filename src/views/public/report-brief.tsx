import { build } from '../../paths.ts'
import { mediumDate } from '../../words/format.ts'
import { report as words } from '../../words/id/public.ts'
import { stateMeaningForOthers } from '../../words/id/states.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { DueText } from '../components/due-text.tsx'
import { KeyValues } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import type { PublicReport } from './report.tsx'

export type Brief = Pick<
  PublicReport,
  'reference' | 'state' | 'received' | 'due' | 'left' | 'today' | 'stages'
> & { district: string | null }

/** What a number alone tells before a verifier has released anything. */
export function ReportBrief({ site, brief }: { site: Site; brief: Brief }) {
  return (
    <PublicLayout site={site} title={brief.reference} style="report" current="reports" noindex>
      <p class="m0">
        <StateBadge state={brief.state} />
      </p>
      <h1>{words.number(brief.reference)}</h1>
      <p class="lead">{stateMeaningForOthers(brief.state)}</p>
      <div class="card">
        <ClockLine stages={brief.stages} />
        <DueText due={brief.due} left={brief.left} today={brief.today} />
        <KeyValues
          rows={[
            [words.received, mediumDate(brief.received)],
            [words.district, brief.district],
          ]}
        />
      </div>
      <p>{words.notReleased}</p>
      <p>
        {words.yours} <a href={build('track')}>{words.yoursLink}</a>.
      </p>
    </PublicLayout>
  )
}
