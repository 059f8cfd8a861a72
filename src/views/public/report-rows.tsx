import { build } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { ClockSlim } from '../components/clock-line.tsx'
import { StateBadge } from '../components/state-badge.tsx'

export function ReportRows(props: { t: Words; rows: PublicRow[]; level?: 'h2' | 'h3' }) {
  const { t } = props
  const Heading = props.level ?? 'h2'
  return (
    <ul class="rows">
      {props.rows.map((row) => (
        <li>
          <Heading>
            <a href={build('publicReport', { nomor: row.reference })}>{row.title}</a>
          </Heading>
          <p>
            <StateBadge t={t} state={row.state} />{' '}
            {[row.place.join(', '), row.agency?.shortName, t.mediumDate(row.received)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <ClockSlim t={t} stages={row.stages} />
        </li>
      ))}
    </ul>
  )
}
