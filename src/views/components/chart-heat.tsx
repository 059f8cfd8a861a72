import { shadeOf } from './chart-scale.ts'

interface Props {
  caption: string
  corner: string
  total: string
  columns: readonly string[]
  rows: readonly { name: string; values: readonly number[] }[]
  shown: (value: number) => string
}

/** A table whose cells are shaded by their numbers; the numbers stand in them. */
export function HeatTable({ caption, corner, total, columns, rows, shown }: Props) {
  const largest = Math.max(0, ...rows.flatMap(({ values }) => values))
  const sum = (values: readonly number[]) => values.reduce((all, n) => all + n, 0)
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table class="heat">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {[...columns, total].map((column) => (
              <th scope="col" class="n">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map((value) => (
                <td class={`n h${shadeOf(value, largest)}`}>{value === 0 ? '' : shown(value)}</td>
              ))}
              <td class="n">{shown(sum(values))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
