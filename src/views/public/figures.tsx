import { monthYear, number } from '../../copy/format.ts'
import { figures as words } from '../../copy/id/home.ts'

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

const Figure = (props: { value: string; label: string; unit?: string; late?: boolean }) => (
  <div class={props.late ? 'late' : undefined}>
    <dt>{props.label}</dt>
    <dd>
      {props.value}
      {props.unit && <small> {props.unit}</small>}
    </dd>
  </div>
)

const orNone = (n: number | null | Few): string => {
  if (n === 'few') return words.tooFew
  return n === null ? words.none : number(n)
}

/** A count in words. */
export const countOf = (n: number | Few): string => (n === 'few' ? words.few : number(n, 0))

/** Open, overdue and how fast, as large numbers with their words. */
export const FigureTiles = ({ figures }: { figures: Figures }) => (
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

export interface MonthFigures {
  /** '2026-11' */
  month: string
  figures: Pick<Figures, 'received' | 'medianClosing'> & { late: number | Few }
}

/** A row per month, newest first. */
export const FigureTable = ({ months }: { months: MonthFigures[] }) => (
  <section class="scroll" tabindex={0} aria-label={words.monthly}>
    <table>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col" class="n">
            {words.received}
          </th>
          <th scope="col" class="n">
            {words.late}
          </th>
          <th scope="col" class="n">
            {words.closing}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, figures }) => (
          <tr>
            <th scope="row">{monthYear(month)}</th>
            <td class="n">{countOf(figures.received)}</td>
            <td class="n">{countOf(figures.late)}</td>
            <td class="n">{orNone(figures.medianClosing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
