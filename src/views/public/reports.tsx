import { build } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { Field, type Option, Select } from '../components/fields.tsx'
import { Button, Pager } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { ReportRows } from './report-rows.tsx'

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
  rows: PublicRow[]
  filter: ReportFilter
  catalog: Record<'categories' | 'districts' | 'agencies' | 'states' | 'years', Option[]>
  /** That a search covers where no year is asked for. */
  months: number
  newer: string | null
  older: string | null
  canonical?: string
  noindex?: boolean
}

export function Reports(props: ReportsProps & { t: Words }) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.reports.title}
      description={t.reports.lead}
      style="list"
      current="reports"
      canonical={props.canonical}
      noindex={props.noindex}
    >
      <h1>{t.reports.title}</h1>
      <p class="lead">{t.reports.lead}</p>
      <Filter {...props} />
      {props.rows.length > 0 ? (
        <ReportRows t={t} rows={props.rows} />
      ) : (
        <p role="status">{t.reports.none}</p>
      )}
      <Pager t={t} newer={props.newer} older={props.older} />
    </PublicLayout>
  )
}

const FACETS = ['kategori', 'kecamatan', 'opd', 'status', 'tahun'] as const

function Filter({ t, filter, catalog, months }: ReportsProps & { t: Words }) {
  return (
    <form method="get" action={build('reports')}>
      <Field t={t} name="q" type="search" label={t.reports.search} value={filter.q} />
      <details open={FACETS.some((facet) => filter[facet])}>
        <summary>{t.reports.filter}</summary>
        <div class="filter">
          <Select
            t={t}
            name="kategori"
            label={t.reports.category}
            blank={t.reports.all}
            options={catalog.categories}
            value={filter.kategori}
          />
          <Select
            t={t}
            name="kecamatan"
            label={t.reports.district}
            blank={t.reports.all}
            options={catalog.districts}
            value={filter.kecamatan}
          />
          <Select
            t={t}
            name="opd"
            label={t.reports.agency}
            blank={t.reports.all}
            options={catalog.agencies}
            value={filter.opd}
          />
          <Select
            t={t}
            name="status"
            label={t.reports.state}
            blank={t.reports.all}
            options={catalog.states}
            value={filter.status}
          />
          <Select
            t={t}
            name="tahun"
            label={t.reports.year}
            hint={t.reports.yearHint(t.number(months, 0))}
            blank={t.reports.all}
            options={catalog.years}
            value={filter.tahun}
          />
        </div>
      </details>
      <p>
        <Button line>{t.reports.submit}</Button>
      </p>
    </form>
  )
}
