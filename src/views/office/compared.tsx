import { LAST_BIN } from '../../domain/figures/figures.ts'
import type { Tally } from '../../domain/figures/oversight.ts'
import type { Words } from '../../words/words.ts'
import { Bar } from '../components/chart-bar.tsx'
import { HeatTable } from '../components/chart-heat.tsx'
import { LineChart } from '../components/chart-line.tsx'
import { Notice } from '../components/parts.tsx'
import { AgencyName, type Named } from './agency-name.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

export interface ComparedAgency extends Named {
  sums: Tally
  overdue: number
  /** '4,7'; null where nobody rated. */
  score: string | null
  href: string
}

export interface Trend {
  name: string
  received: number[]
  late: number[]
}

export interface Heat {
  columns: string[]
  rows: { name: string; values: number[] }[]
}

interface Props {
  city: boolean
  from: string
  to: string
  counting: boolean
  rows: ComparedAgency[]
  /** Months, as they are called. */
  labels: string[]
  trends: Trend[]
  heat: Heat
  channels: { name: string; n: number }[]
}

export function Compared(props: Props & { t: Words }) {
  const { t, rows, trends, heat, channels } = props
  return (
    <>
      <OversightTabs t={t} current="compare" city={props.city} />
      <h1>{t.oversight.compareTitle}</h1>
      <p class="soft">{t.oversight.period(props.from, props.to)}</p>
      {props.counting && (
        <Notice tone="wait">
          <p>{t.oversight.counting}</p>
        </Notice>
      )}
      {rows.length === 0 ? <p>{t.oversight.empty}</p> : <AgenciesTable t={t} rows={rows} />}
      <Trends t={t} trends={trends} labels={props.labels} />
      {heat.rows.length > 0 && (
        <>
          <h2>{t.oversight.heatTitle}</h2>
          <HeatTable
            caption={t.oversight.heatTitle}
            corner={t.oversight.category}
            total={t.oversight.total}
            columns={heat.columns}
            rows={heat.rows}
            shown={(n) => t.number(n, 0)}
          />
        </>
      )}
      {channels.length > 0 && <Channels t={t} channels={channels} />}
    </>
  )
}

function AgenciesTable({ t, rows }: { t: Words; rows: ComparedAgency[] }) {
  const { oversight: words } = t
  const days = (n: number | null) =>
    n === null ? words.none : t.number(n) + (n >= LAST_BIN ? '+' : '')
  const count = (n: number) => t.number(n, 0)
  const share = (n: number, all: number) =>
    all === 0 ? words.none : words.ofAll(count(n), count(all))
  const columns = [
    ...[words.received, words.answered, words.medianDays, words.p90Days, words.everLate],
    ...[words.overdueNow, words.everDisputed, words.kept, words.withinLimit],
    words.satisfaction,
  ]
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={words.compareTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.agency}</th>
              {columns.map((column) => (
                <th scope="col" class="n">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, shortName, sums, overdue, score, href }) => (
              <tr>
                <th scope="row">
                  <AgencyName name={name} shortName={shortName} />
                </th>
                <td class="n">{count(sums.received)}</td>
                <td class="n">{share(sums.followUps - sums.lateFollowUps, sums.followUps)}</td>
                <td class="n">{days(sums.median)}</td>
                <td class="n">{days(sums.p90)}</td>
                <td class="n">{count(sums.late)}</td>
                <td class="n">{overdue === 0 ? count(0) : <a href={href}>{count(overdue)}</a>}</td>
                <td class="n">{count(sums.disputed)}</td>
                <td class="n">{share(sums.keptPromises, sums.promises)}</td>
                <td class="n">{share(sums.keptTargets, sums.targets)}</td>
                <td class="n">
                  {score === null ? words.none : words.outOf(score, count(sums.ratings))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{words.compareHint}</p>
    </>
  )
}

function Trends({ t, trends, labels }: { t: Words } & Pick<Props, 'trends' | 'labels'>) {
  const { oversight: words } = t
  const sum = (values: readonly number[]) => values.reduce((all, n) => all + n, 0)
  const largest = Math.max(1, ...trends.flatMap(({ received, late }) => [...received, ...late]))
  const shown = (n: number) => t.number(n, 0)
  return trends.length === 0 ? null : (
    <>
      <h2>{words.trendTitle}</h2>
      <p class="hint">{words.trendHint}</p>
      <div class="charts">
        {trends.map(({ name, received, late }) => (
          <LineChart
            title={name}
            labels={labels}
            largest={largest}
            series={[
              { name: words.received, values: received },
              { name: words.late, values: late },
            ]}
            summary={words.trend(name, shown(sum(received)), shown(sum(late)))}
            shown={shown}
            table={{ open: words.asTable, first: words.month, none: words.none }}
          />
        ))}
      </div>
    </>
  )
}

function Channels({ t, channels }: { t: Words } & Pick<Props, 'channels'>) {
  const { oversight: words } = t
  const all = channels.reduce((sum, { n }) => sum + n, 0)
  return (
    <>
      <h2>{words.channelTitle}</h2>
      <section class="scroll" tabindex={0} aria-label={words.channelTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <th scope="col" class="n">
                {words.received}
              </th>
              <td />
              <th scope="col" class="n">
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ name, n }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="n">{t.number(n, 0)}</td>
                <td class="bar">
                  <Bar parts={[n]} largest={all} calm />
                </td>
                <td class="n">{t.number((n / all) * 100, 0)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
