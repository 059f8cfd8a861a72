import { buildReportTo } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type Figures, FigureTable, FigureTiles, type MonthFigures } from './figures.tsx'
import { ReportRows } from './report-rows.tsx'

export interface AgencyProps {
  site: Site
  agency: { name: string; slug: string }
  figures: Figures
  months: MonthFigures[]
  rows: PublicRow[]
  canonical: string
}

export function AgencyPage({
  t,
  site,
  agency,
  figures,
  months,
  rows,
  canonical,
}: AgencyProps & { t: Words }) {
  return (
    <PublicLayout
      t={t}
      site={site}
      title={agency.name}
      style="list"
      current="reports"
      canonical={canonical}
    >
      <h1>{agency.name}</h1>
      <h2>{t.agency.figures}</h2>
      <FigureTiles t={t} figures={figures} />
      <p class="hint">{t.agency.count}</p>
      {months.length > 0 && <FigureTable t={t} months={months} />}
      {rows.length > 0 && (
        <>
          <h2>{t.agency.open}</h2>
          <ReportRows t={t} rows={rows} level="h3" />
        </>
      )}
      <p>
        <ButtonLink href={buildReportTo(agency.slug)}>{t.agency.report}</ButtonLink>
      </p>
    </PublicLayout>
  )
}
