import type { Child, PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Bar } from '../components/chart-bar.tsx'
import { daysOf, type Figures } from './figures.tsx'

export interface MonthFigures {
  /** '2026-11' */
  month: string
  figures: Pick<Figures, 'received' | 'medianClosing'> & { late: number }
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

/** Who is late first, and all of them together. */
export function AgencyTable({ t, rows, total }: AgencyTableProps & { t: Words }) {
  const ordered = rows.toSorted(
    (a, b) => b.figures.late - a.figures.late || b.figures.received - a.figures.received,
  )
  const largest = Math.max(1, ...rows.map(({ figures }) => figures.received))
  const bar = ({ late, received }: MonthFigures['figures']) => (
    <Bar parts={[late, 0, Math.max(0, received - late)]} largest={largest} />
  )
  return (
    <Table t={t} label={t.figures.agencies} first={t.figures.agency} bars>
      <Row t={t} name={<b>{t.agencies.total}</b>} figures={total} bar={<span />} />
      {ordered.map(({ slug, name, figures }) => (
        <Row
          t={t}
          name={<a href={build('agency', { slug })}>{name}</a>}
          figures={figures}
          bar={bar(figures)}
        />
      ))}
    </Table>
  )
}

interface AgencyTableProps {
  rows: AgencyFigures[]
  total: MonthFigures['figures']
}

function Table(
  props: PropsWithChildren<{ label: string; first: string; bars?: boolean }> & { t: Words },
) {
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
              {props.bars && <td />}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
      <p class="hint">
        {props.bars && t.agencies.barsHint} {t.figures.columnsHint}
      </p>
    </>
  )
}

function Row(props: { t: Words; name: Child; figures: MonthFigures['figures']; bar?: Child }) {
  const { t } = props
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td class="n">{t.number(props.figures.received, 0)}</td>
      <td class="n">{t.number(props.figures.late, 0)}</td>
      <td class="n">{daysIn(t, props.figures.medianClosing)}</td>
      {props.bar && <td class="bar">{props.bar}</td>}
    </tr>
  )
}

/** As short as a column on a small screen. */
function daysIn(t: Words, n: number | null): string {
  return n === null ? t.figures.dash : daysOf(t, n)
}
