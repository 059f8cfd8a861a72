import { LAST_BIN } from '../../domain/figures/figures.ts'
import type { MonthReport } from '../../domain/figures/month-report.ts'
import { ratingText } from '../../domain/figures/satisfaction.ts'
import type { Words } from '../../words/words.ts'
import { KeyValues, Notice } from '../components/parts.tsx'
import { AgencyName, type Named } from './agency-name.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

interface Props {
  city: boolean
  whose: string
  /** 'November 2026' */
  month: string
  /** The day on which it says this. */
  on: string
  counting: boolean
  whole: MonthReport
  /** Of the city: each agency. */
  lines: (Named & MonthReport)[]
  file: string
  before: string
  after: string | null
  others: { name: string; href: string }[]
}

/** Made for paper: what leads elsewhere is not printed. */
export function MonthReportPage(props: Props & { t: Words }) {
  const { t, lines, others } = props
  const { oversight: words } = t
  return (
    <>
      <div class="noprint">
        <OversightTabs t={t} current="monthTitle" city={props.city} />
      </div>
      <h1>{words.monthOf(props.month)}</h1>
      <p class="lead">{props.whose}</p>
      <p class="soft">{words.monthOn(props.on)}</p>
      {props.counting && (
        <Notice tone="wait">
          <p>{words.counting}</p>
        </Notice>
      )}
      <KeyValues rows={linesOf(t, props.whole)} />
      {lines.length > 0 && <AgencyLines t={t} lines={lines} />}
      <p class="hint">{words.compareHint}</p>
      <div class="noprint">
        <p>
          <a href={props.file}>{words.asFile}</a>
        </p>
        <nav class="pager" aria-label={words.month}>
          <a href={props.before}>‹ {words.monthBefore}</a>{' '}
          {props.after ? <a href={props.after}>{words.monthAfter} ›</a> : <span />}
        </nav>
        {others.length > 1 && (
          <details>
            <summary>{words.monthOthers}</summary>
            <ul>
              {others.map(({ name, href }) => (
                <li>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  )
}

function daysOf(t: Words, n: number | null): string {
  return n === null ? t.oversight.none : t.number(n) + (n >= LAST_BIN ? '+' : '')
}

function shareOf(t: Words, n: number, all: number): string {
  return all === 0 ? t.oversight.none : t.oversight.ofAll(t.number(n, 0), t.number(all, 0))
}

function linesOf(t: Words, { sums, overdueNow }: MonthReport): [string, string][] {
  const { oversight: words } = t
  const score = ratingText(sums.ratingSum, sums.ratings)
  const count = (n: number) => t.number(n, 0)
  return [
    [words.received, count(sums.received)],
    [words.stillOpen, count(sums.open)],
    [words.answered, shareOf(t, sums.followUps - sums.lateFollowUps, sums.followUps)],
    [words.medianDays, daysOf(t, sums.median)],
    [words.p90Days, daysOf(t, sums.p90)],
    [words.everLate, count(sums.late)],
    [words.overdueAll, count(overdueNow)],
    [words.everDisputed, count(sums.disputed)],
    [words.kept, shareOf(t, sums.keptPromises, sums.promises)],
    [words.withinLimit, shareOf(t, sums.keptTargets, sums.targets)],
    [words.satisfaction, score === null ? words.none : words.outOf(score, count(sums.ratings))],
  ]
}

function AgencyLines({ t, lines }: { t: Words; lines: Props['lines'] }) {
  const { oversight: words } = t
  const columns = [words.received, words.stillOpen, words.answered, words.medianDays]
  const count = (n: number) => t.number(n, 0)
  return (
    <section class="scroll" tabindex={0} aria-label={words.compareTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.agency}</th>
            {[...columns, words.everLate, words.overdueNow].map((column) => (
              <th scope="col" class="n">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, shortName, sums, overdueNow }) => (
            <tr>
              <th scope="row">
                <AgencyName name={name} shortName={shortName} />
              </th>
              <td class="n">{count(sums.received)}</td>
              <td class="n">{count(sums.open)}</td>
              <td class="n">{shareOf(t, sums.followUps - sums.lateFollowUps, sums.followUps)}</td>
              <td class="n">{daysOf(t, sums.median)}</td>
              <td class="n">{count(sums.late)}</td>
              <td class="n">{count(overdueNow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
