import type { Words } from '../../words/words.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { wideSheet } from '../styles/wide-sheet.ts'
import { type AgencyFigures, AgencyTable, type MonthFigures } from './figure-tables.tsx'

interface Props {
  site: Site
  period: string
  rows: AgencyFigures[]
  total: MonthFigures['figures']
  canonical: string
}

export function AgenciesPage({ t, site, period, rows, total, canonical }: Props & { t: Words }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={t.agencies.title}
      style={wideSheet}
      current="reports"
      canonical={canonical}
    >
      <h1>{t.agencies.title}</h1>
      <p class="lead">{t.agencies.lead}</p>
      <p>{t.figures.period(period)}</p>
      <AgencyTable t={t} rows={rows} total={total} />
    </PublicLayout>
  )
}
