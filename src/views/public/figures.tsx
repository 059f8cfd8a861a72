import { monthYear, number } from '../../copy/format.ts'
import { figures as words } from '../../copy/id/home.ts'

/** Numbers of a city or an agency over a period; null where nothing was measured. */
export interface Figures {
  /** 'Januari-November 2026' */
  period: string
  received: number
  open: number
  overdue: number
  /** Counting stopped at `overdue`: there are more. */
  overdueCapped?: boolean
  /** Working days. */
  medianFirstAnswer: number | null
  medianClosing: number | null
  /** 1-5 */
  satisfaction: number | null
  disputed: number
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

const orNone = (n: number | null): string => (n === null ? words.none : number(n))

/** Open, overdue and how fast, as large numbers with their words. */
export const FigureTiles = ({ figures }: { figures: Figures }) => (
  <>
    <dl class="figs">
      <Figure value={number(figures.received, 0)} label={words.received} />
      <Figure value={number(figures.open, 0)} label={words.open} />
      <Figure
        value={number(figures.overdue, 0) + (figures.overdueCapped ? '+' : '')}
        label={words.overdue}
        late={figures.overdue > 0}
      />
      <Figure value={orNone(figures.medianFirstAnswer)} label={words.firstAnswer} />
      <Figure value={orNone(figures.medianClosing)} label={words.closing} />
      <Figure
        value={orNone(figures.satisfaction)}
        unit={figures.satisfaction === null ? undefined : words.outOfFive}
        label={words.satisfaction}
      />
      <Figure value={number(figures.disputed, 0)} label={words.disputed} />
    </dl>
    <p class="hint">{words.period(figures.period)}</p>
  </>
)

export interface MonthFigures {
  /** '2026-11' */
  month: string
  figures: Pick<Figures, 'received' | 'medianClosing'> & { late: number }
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
            <td class="n">{number(figures.received, 0)}</td>
            <td class="n">{number(figures.late, 0)}</td>
            <td class="n">{orNone(figures.medianClosing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
