import type { State } from '../../domain/case/complaint.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { ClockSlim } from '../components/clock-line.tsx'
import type { ClockStage } from '../components/clock-stages.ts'
import { NEW_TAB } from '../components/parts.tsx'
import { StateBadge } from '../components/state-badge.tsx'

/** A report as the public list knows it: released parts only. */
export interface ReportRow {
  reference: string
  /** The verifier's clean title. */
  title: string
  state: State
  received: IsoDate
  /** 'Purnama, Dumai Barat' */
  place: string | null
  agency: string | null
  stages: ClockStage[]
}

export function ReportRows(props: {
  t: Words
  rows: ReportRow[]
  level?: 'h2' | 'h3'
  /** Each opens beside the page: for a frame on another site. */
  newTab?: boolean
}) {
  const { t } = props
  const Heading = props.level ?? 'h2'
  const beside = props.newTab ? NEW_TAB : {}
  return (
    <ul class="rows">
      {props.rows.map((row) => (
        <li>
          <Heading>
            <a href={build('publicReport', { nomor: row.reference })} {...beside}>
              {row.title}
            </a>
          </Heading>
          <p>
            <StateBadge t={t} state={row.state} />{' '}
            {[row.place, row.agency, t.mediumDate(row.received)].filter(Boolean).join(' · ')}
          </p>
          <ClockSlim stages={row.stages} />
        </li>
      ))}
    </ul>
  )
}
