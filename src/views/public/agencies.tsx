import { figures } from '../../words/id/home.ts'
import { agencies as words } from '../../words/id/public.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type AgencyFigures, AgencyTable } from './figures.tsx'

interface Props {
  site: Site
  period: string
  rows: AgencyFigures[]
  canonical: string
}

/** Every agency, by name, with how it did of late and a way to its own page. */
export function AgenciesPage({ site, period, rows, canonical }: Props) {
  return (
    <PublicLayout
      site={site}
      title={words.title}
      style="list"
      current="reports"
      canonical={canonical}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{figures.period(period)}</p>
      <AgencyTable rows={rows} />
    </PublicLayout>
  )
}
