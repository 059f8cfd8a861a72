import { linePath, pointAt, ticksTo } from './chart-scale.ts'

interface Series {
  name: string
  values: readonly (number | null)[]
}

interface Props {
  title?: string
  /** One below each point, and what stands for it in the table. */
  labels: readonly string[]
  /** One or two: the second is dashed, so that both are told apart without colour. */
  series: readonly Series[]
  /** Where several stand side by side, all reach to the same. */
  largest?: number
  /** What the picture says, for those who do not see it. */
  summary: string
  shown: (value: number) => string
  /** Below the picture, where its numbers do not stand beside it. */
  table?: { open: string; first: string; none: string }
  level?: 'h3' | 'h4'
}

type Table = NonNullable<Props['table']>

const BOX = { width: 220, height: 64 }
/** Room for the numbers on the left and the names below. */
const [LEFT, TOP, BELOW] = [26, 6, 16]

export function LineChart(props: Props) {
  const { labels, series, level: Heading = 'h3' } = props
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const ticks = ticksTo(props.largest ?? Math.max(0, ...values), 2)
  const top = ticks.at(-1) ?? 1
  return (
    <figure class="chart">
      {props.title && <Heading>{props.title}</Heading>}
      <svg
        viewBox={`0 0 ${LEFT + BOX.width + 8} ${TOP + BOX.height + BELOW}`}
        role="img"
        aria-label={props.summary}
      >
        {ticks.map((tick) => {
          const [, y] = pointAt(0, tick, 2, top, BOX)
          return (
            <>
              <path class="rule" d={`M${LEFT} ${TOP + y}h${BOX.width}`} />
              <text class="tick" x={LEFT - 4} y={TOP + y + 3}>
                {props.shown(tick)}
              </text>
            </>
          )
        })}
        <g transform={`translate(${LEFT} ${TOP})`}>
          {series.map((one, i) => (
            <path class={i === 0 ? 'line' : 'line two'} d={linePath(one.values, top, BOX)} />
          ))}
        </g>
        <text class="from" x={LEFT} y={TOP + BOX.height + 13}>
          {labels[0]}
        </text>
        <text class="to" x={LEFT + BOX.width} y={TOP + BOX.height + 13}>
          {labels.at(-1)}
        </text>
      </svg>
      {series.length > 1 && (
        <p class="keys">
          {series.map((one, i) => (
            <>
              <span class={i === 0 ? 'key' : 'key two'}>{one.name}</span>{' '}
            </>
          ))}
        </p>
      )}
      {props.table && <LineTable {...props} table={props.table} />}
    </figure>
  )
}

function LineTable({ labels, series, table, title, shown }: Props & { table: Table }) {
  return (
    <details class="data">
      <summary>{table.open}</summary>
      <div class="scroll">
        <table>
          <caption class="sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{table.first}</th>
              {series.map((one) => (
                <th scope="col" class="n">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, i) => (
              <tr>
                <th scope="row">{label}</th>
                {series.map(({ values }) => {
                  const value = values[i] ?? null
                  return <td class="n">{value === null ? table.none : shown(value)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
