import type { Child, PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Bar } from '../components/chart-bar.tsx'
import { daysOf, type Figures } from './figures.tsx'

export interface MonthFigures {
  /** '2026-11' */
  month: string
  figures: Pick<Figures, 'received' | 'medianClosing' | 'targets' | 'keptTargets'> & {
    late: number
  }
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
  // no column of dashes where the city set no limit
  const limits = total.targets > 0
  const largest = Math.max(1, ...rows.map(({ figures }) => figures.received))
  const bar = ({ late, received }: MonthFigures['figures']) => (
    <Bar parts={[late, 0, Math.max(0, received - late)]} largest={largest} />
  )
  return (
    <Table t={t} label={t.figures.agencies} first={t.figures.agency} bars limits={limits}>
      <Row t={t} name={<b>{t.agencies.total}</b>} figures={total} limits={limits} bar={<span />} />
      {ordered.map(({ slug, name, figures }) => (
        <Row
          t={t}
          name={<a href={build('agency', { slug })}>{name}</a>}
          figures={figures}
          limits={limits}
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
  props: PropsWithChildren<{ label: string; first: string; bars?: boolean; limits?: boolean }> & {
    t: Words
  },
) {
  const { t } = props
  const { columns } = t.figures
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={props.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{props.first}</th>
              {[
                ...[columns.received, columns.late, columns.closing],
                ...(props.limits ? [columns.limits] : []),
              ].map((text) => (
                <th scope="col" class="n">
                  {text}
                </th>
              ))}
              {props.bars && <td />}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </section>
      <p class="hint">
        {props.bars && t.agencies.barsHint} {props.limits && t.figures.limitsHint}{' '}
        {t.figures.columnsHint}
      </p>
    </>
  )
}

interface RowProps {
  t: Words
  name: Child
  figures: MonthFigures['figures']
  limits?: boolean
  bar?: Child
}

function Row(props: RowProps) {
  const { t } = props
  const { targets, keptTargets } = props.figures
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td class="n">{t.number(props.figures.received, 0)}</td>
      <td class="n">{t.number(props.figures.late, 0)}</td>
      <td class="n">{daysIn(t, props.figures.medianClosing)}</td>
      {props.limits && (
        <td class="n">
          {targets > 0
            ? `${t.number((100 * keptTargets) / targets, 0)} % ${t.figures.ofFirst(t.number(targets, 0))}`
            : t.figures.dash}
        </td>
      )}
      {props.bar && <td class="bar">{props.bar}</td>}
    </tr>
  )
}

/** As short as a column on a small screen. */
function daysIn(t: Words, n: number | null): string {
  return n === null ? t.figures.dash : daysOf(t, n)
}
