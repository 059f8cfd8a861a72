import { build } from '../../paths.ts'
import { number } from '../../words/format.ts'
import { reports } from '../../words/id/public.ts'
import { Field, type Option, Select } from '../components/fields.tsx'
import { Button, Pager } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { type ReportRow, ReportRows } from './report-rows.tsx'

export interface ReportFilter {
  q?: string
  kategori?: string
  kecamatan?: string
  opd?: string
  status?: string
  tahun?: string
}

export interface ReportsProps {
  site: Site
  rows: ReportRow[]
  filter: ReportFilter
  catalog: Record<'categories' | 'districts' | 'agencies' | 'states' | 'years', Option[]>
  /** That a search covers where no year is asked for. */
  months: number
  newer: string | null
  older: string | null
  canonical?: string
  noindex?: boolean
}

/** The public list: what was released, newest first, with search and filters by GET. */
export function Reports(props: ReportsProps) {
  return (
    <PublicLayout
      site={props.site}
      title={reports.title}
      description={reports.lead}
      style="list"
      current="reports"
      canonical={props.canonical}
      noindex={props.noindex}
    >
      <h1>{reports.title}</h1>
      <p class="lead">{reports.lead}</p>
      <Filter {...props} />
      {props.rows.length > 0 ? (
        <ReportRows rows={props.rows} />
      ) : (
        <p role="status">{reports.none}</p>
      )}
      <Pager newer={props.newer} older={props.older} />
    </PublicLayout>
  )
}

const FACETS = ['kategori', 'kecamatan', 'opd', 'status', 'tahun'] as const

function Filter({ filter, catalog, months }: ReportsProps) {
  return (
    <form method="get" action={build('reports')}>
      <Field name="q" type="search" label={reports.search} value={filter.q} />
      <details open={FACETS.some((facet) => filter[facet])}>
        <summary>{reports.filter}</summary>
        <div class="filter">
          <Select
            name="kategori"
            label={reports.category}
            blank={reports.all}
            options={catalog.categories}
            value={filter.kategori}
          />
          <Select
            name="kecamatan"
            label={reports.district}
            blank={reports.all}
            options={catalog.districts}
            value={filter.kecamatan}
          />
          <Select
            name="opd"
            label={reports.agency}
            blank={reports.all}
            options={catalog.agencies}
            value={filter.opd}
          />
          <Select
            name="status"
            label={reports.state}
            blank={reports.all}
            options={catalog.states}
            value={filter.status}
          />
          <Select
            name="tahun"
            label={reports.year}
            hint={reports.yearHint(number(months, 0))}
            blank={reports.all}
            options={catalog.years}
            value={filter.tahun}
          />
        </div>
      </details>
      <p>
        <Button line>{reports.submit}</Button>
      </p>
    </form>
  )
}
