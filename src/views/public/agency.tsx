import { build, buildReportTo } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { LineChart } from '../components/chart-line.tsx'
import { ButtonLink } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { wideSheet } from '../styles/wide-sheet.ts'
import { FigureTable, type MonthFigures } from './figure-tables.tsx'
import { type Figures, FigureTiles, LeadTiles } from './figures.tsx'
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
      style={wideSheet}
      current="reports"
      canonical={canonical}
    >
      <h1>{agency.name}</h1>
      <p>
        <ButtonLink href={buildReportTo(agency.slug)}>{t.agency.report}</ButtonLink>
      </p>
      <p>
        <a href={build('survey', agency)}>{t.agency.survey}</a>
        {' · '}
        <a href={build('surveyResults', agency)}>{t.agency.surveyResults}</a>
        {' · '}
        <a href={build('agencies')}>{t.home.allAgencies}</a>
      </p>
      <div class="cols">
        <section>
          <h2>{t.agency.figures}</h2>
          <LeadTiles t={t} figures={figures} />
          <FigureTiles t={t} figures={figures} />
          <p class="hint">{t.agency.count}</p>
          {rows.length > 0 && (
            <>
              <h2>{t.agency.open}</h2>
              <ReportRows t={t} rows={rows} level="h3" />
            </>
          )}
        </section>
        {months.length > 0 && (
          <section>
            <h2>{t.agency.trend}</h2>
            <Trend t={t} months={months} />
            <FigureTable t={t} months={months} />
          </section>
        )}
      </div>
    </PublicLayout>
  )
}

/** Oldest first; its numbers are in the table beside it. */
function Trend({ t, months }: { t: Words; months: MonthFigures[] }) {
  const drawn = months.toReversed()
  const [received, late] = (['received', 'late'] as const).map((name) =>
    drawn.map(({ figures }) => figures[name]),
  )
  const shown = (n: number) => t.number(n, 0)
  const sum = (values: number[] = []) => shown(values.reduce((all, n) => all + n, 0))
  return (
    <LineChart
      labels={drawn.map(({ month }) => t.monthYear(month))}
      series={[
        { name: t.figures.columns.received, values: received ?? [] },
        { name: t.figures.columns.late, values: late ?? [] },
      ]}
      summary={t.agency.trendSummary(sum(received), sum(late))}
      shown={shown}
    />
  )
}
