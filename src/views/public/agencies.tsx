import type { Words } from '../../words/words.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type AgencyFigures, AgencyTable } from './figures.tsx'

interface Props {
  site: Site
  period: string
  rows: AgencyFigures[]
  canonical: string
}

export function AgenciesPage({ t, site, period, rows, canonical }: Props & { t: Words }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={t.agencies.title}
      style="list"
      current="reports"
      canonical={canonical}
    >
      <h1>{t.agencies.title}</h1>
      <p class="lead">{t.agencies.lead}</p>
      <p>{t.figures.period(period)}</p>
      <AgencyTable t={t} rows={rows} />
    </PublicLayout>
  )
}
