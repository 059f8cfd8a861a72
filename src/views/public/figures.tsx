import type { Child, PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import { monthYear, number } from '../../words/format.ts'
import { figures as words } from '../../words/id/home.ts'

/** Too small to be shown: it could tell of one report that is kept from the public. */
export type Few = 'few'

/** Numbers of a city or an agency over a period; null where nothing was measured. */
export interface Figures {
  /** 'Januari-November 2026' */
  period: string
  received: number | Few
  /** Filings handled together with one of these. */
  joined: number | Few
  open: number | Few
  overdue: number | Few
  /** Counting stopped at `overdue`: there are more. */
  overdueCapped?: boolean
  /** Working days. */
  medianFirstAnswer: number | null | Few
  medianClosing: number | null | Few
  /** 1-5 */
  satisfaction: number | null | Few
  disputed: number | Few
}

function Figure(props: { value: string; label: string; unit?: string; late?: boolean }) {
  return (
    <div class={props.late ? 'late' : undefined}>
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        {props.unit && <small> {props.unit}</small>}
      </dd>
    </div>
  )
}

function orNone(n: number | null | Few): string {
  if (n === 'few') return words.tooFew
  return n === null ? words.none : number(n)
}

/** A count in words. */
export function countOf(n: number | Few): string {
  return n === 'few' ? words.few : number(n, 0)
}

/** Open, overdue and how fast, as large numbers with their words. */
export function FigureTiles({ figures }: { figures: Figures }) {
  return (
    <>
      <dl class="figs">
        <Figure
          value={countOf(figures.received)}
          unit={figures.joined === 0 ? undefined : words.joined(countOf(figures.joined))}
          label={words.received}
        />
        <Figure value={countOf(figures.open)} label={words.open} />
        <Figure
          value={countOf(figures.overdue) + (figures.overdueCapped ? '+' : '')}
          label={words.overdue}
          late={figures.overdue !== 0}
        />
        <Figure value={orNone(figures.medianFirstAnswer)} label={words.firstAnswer} />
        <Figure value={orNone(figures.medianClosing)} label={words.closing} />
        <Figure
          value={orNone(figures.satisfaction)}
          unit={typeof figures.satisfaction !== 'number' ? undefined : words.outOfFive}
          label={words.satisfaction}
        />
        <Figure value={countOf(figures.disputed)} label={words.disputed} />
      </dl>
      <p class="hint">
        {words.period(figures.period)}. {words.middle}
      </p>
    </>
  )
}

export interface MonthFigures {
  /** '2026-11' */
  month: string
  figures: Pick<Figures, 'received' | 'medianClosing'> & { late: number | Few }
}

export interface AgencyFigures {
  slug: string
  name: string
  figures: MonthFigures['figures']
}

/** A row per month, newest first. */
export function FigureTable({ months }: { months: MonthFigures[] }) {
  return (
    <Table label={words.monthly} first={words.month}>
      {months.map(({ month, figures }) => (
        <Row name={monthYear(month)} figures={figures} />
      ))}
    </Table>
  )
}

/** A row per agency, each with the way to its own page. */
export function AgencyTable({ rows }: { rows: AgencyFigures[] }) {
  return (
    <Table label={words.agencies} first={words.agency}>
      {rows.map(({ slug, name, figures }) => (
        <Row name={<a href={build('agency', { slug })}>{name}</a>} figures={figures} />
      ))}
    </Table>
  )
}

function Table(props: PropsWithChildren<{ label: string; first: string }>) {
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={props.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{props.first}</th>
              {[words.columns.received, words.columns.late, words.columns.closing].map((text) => (
                <th scope="col" class="n">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
      <p class="hint">{words.columnsHint}</p>
    </>
  )
}

function Row(props: { name: Child; figures: MonthFigures['figures'] }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td class="n">{countOf(props.figures.received)}</td>
      <td class="n">{countOf(props.figures.late)}</td>
      <td class="n">{daysIn(props.figures.medianClosing)}</td>
    </tr>
  )
}

/** As short as a column on a small screen. */
function daysIn(n: number | null | Few): string {
  if (n === 'few') return words.few
  return n === null ? words.dash : number(n)
}
