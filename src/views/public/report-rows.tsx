import { mediumDate } from '../../copy/format.ts'
import type { State } from '../../domain/complaint.ts'
import type { IsoDate } from '../../domain/time.ts'
import { build } from '../../paths.ts'
import { ClockSlim } from '../components/clock-line.tsx'
import type { ClockStage } from '../components/clock-stages.ts'
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

export const ReportRows = ({ rows, level = 'h2' }: { rows: ReportRow[]; level?: 'h2' | 'h3' }) => {
  const Heading = level
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li>
          <Heading>
            <a href={build('publicReport', { nomor: row.reference })}>{row.title}</a>
          </Heading>
          <p>
            <StateBadge state={row.state} />{' '}
            {[row.place, row.agency, mediumDate(row.received)].filter(Boolean).join(' · ')}
          </p>
          <ClockSlim stages={row.stages} />
        </li>
      ))}
    </ul>
  )
}
