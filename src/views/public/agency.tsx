import { buildReportTo } from '../../paths.ts'
import { agency as words } from '../../words/id/public.ts'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type Figures, FigureTable, FigureTiles, type MonthFigures } from './figures.tsx'
import { type ReportRow, ReportRows } from './report-rows.tsx'

export interface AgencyProps {
  site: Site
  agency: { name: string; slug: string }
  figures: Figures
  months: MonthFigures[]
  rows: ReportRow[]
  canonical: string
}

/** An agency's public face: how it does, what it has in hand. */
export function AgencyPage({ site, agency, figures, months, rows, canonical }: AgencyProps) {
  return (
    <PublicLayout
      site={site}
      title={agency.name}
      style="list"
      current="reports"
      canonical={canonical}
    >
      <h1>{agency.name}</h1>
      <h2>{words.figures}</h2>
      <FigureTiles figures={figures} />
      <p class="hint">{words.count}</p>
      {months.length > 0 && <FigureTable months={months} />}
      {rows.length > 0 && (
        <>
          <h2>{words.open}</h2>
          <ReportRows rows={rows} level="h3" />
        </>
      )}
      <p>
        <ButtonLink href={buildReportTo(agency.slug)}>{words.report}</ButtonLink>
      </p>
    </PublicLayout>
  )
}
