import type { Child, PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'

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

function orNone(t: Words, n: number | null | Few): string {
  if (n === 'few') return t.figures.tooFew
  return n === null ? t.figures.none : t.number(n)
}

export function countOf(t: Words, n: number | Few): string {
  return n === 'few' ? t.figures.few : t.number(n, 0)
}

export function FigureTiles({ t, figures }: { t: Words; figures: Figures }) {
  return (
    <>
      <dl class="figs">
        <Figure
          value={countOf(t, figures.received)}
          unit={figures.joined === 0 ? undefined : t.figures.joined(countOf(t, figures.joined))}
          label={t.figures.received}
        />
        <Figure value={countOf(t, figures.open)} label={t.figures.open} />
        <Figure
          value={countOf(t, figures.overdue) + (figures.overdueCapped ? '+' : '')}
          label={t.figures.overdue}
          late={figures.overdue !== 0}
        />
        <Figure value={orNone(t, figures.medianFirstAnswer)} label={t.figures.firstAnswer} />
        <Figure value={orNone(t, figures.medianClosing)} label={t.figures.closing} />
        <Figure
          value={orNone(t, figures.satisfaction)}
          unit={typeof figures.satisfaction !== 'number' ? undefined : t.figures.outOfFive}
          label={t.figures.satisfaction}
        />
        <Figure value={countOf(t, figures.disputed)} label={t.figures.disputed} />
      </dl>
      <p class="hint">
        {t.figures.period(figures.period)}. {t.figures.middle}
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

export function FigureTable({ t, months }: { t: Words; months: MonthFigures[] }) {
  return (
    <Table t={t} label={t.figures.monthly} first={t.figures.month}>
      {months.map(({ month, figures }) => (
        <Row t={t} name={t.monthYear(month)} figures={figures} />
      ))}
    </Table>
  )
}

export function AgencyTable({ t, rows }: { t: Words; rows: AgencyFigures[] }) {
  return (
    <Table t={t} label={t.figures.agencies} first={t.figures.agency}>
      {rows.map(({ slug, name, figures }) => (
        <Row t={t} name={<a href={build('agency', { slug })}>{name}</a>} figures={figures} />
      ))}
    </Table>
  )
}

function Table(props: PropsWithChildren<{ label: string; first: string }> & { t: Words }) {
  const { t } = props
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={props.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{props.first}</th>
              {[t.figures.columns.received, t.figures.columns.late, t.figures.columns.closing].map(
                (text) => (
                  <th scope="col" class="n">
                    {text}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
      <p class="hint">{t.figures.columnsHint}</p>
    </>
  )
}

function Row(props: { t: Words; name: Child; figures: MonthFigures['figures'] }) {
  const { t } = props
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td class="n">{countOf(t, props.figures.received)}</td>
      <td class="n">{countOf(t, props.figures.late)}</td>
      <td class="n">{daysIn(t, props.figures.medianClosing)}</td>
    </tr>
  )
}

/** As short as a column on a small screen. */
function daysIn(t: Words, n: number | null | Few): string {
  if (n === 'few') return t.figures.few
  return n === null ? t.figures.dash : t.number(n)
}
