import {
  type Contribution,
  contribution,
  correction,
  type Metric,
  mergeContributions,
} from '../domain/figures/figures.ts'
import { toComplaint } from './complaint-rows.ts'
import { readRow, type StoredRow } from './covered.ts'
import type { Rows } from './history.ts'
import { metricsOf } from './recounting.ts'
import { clock, complaint } from './schema/complaint.ts'
import { figure } from './schema/figure.ts'

export interface FigureFinding {
  /** As in `figure.scope`. */
  scope: string
  /** 'YYYY-MM' */
  month: string
  metric: Metric
  stored: number
  /** From the reports as their events left them. */
  counted: number
}

const PAGE = 500

/** What each row of figures lacks or has too much, city, agencies and places alike. */
export async function differingFigures(rows: Rows): Promise<FigureFinding[]> {
  const counted = await countedAnew(rows)
  const stored = (await rows<StoredRow>('select * from figure order by month, scope')).map(
    (row): Contribution => {
      const read = readRow(figure, row)
      return { scope: read.scope, month: read.month, metrics: metricsOf(read) }
    },
  )
  return correction(stored, counted).flatMap(({ scope, month, metrics }) => {
    const own = stored.find((row) => row.scope === scope && row.month === month)?.metrics ?? {}
    return (Object.entries(metrics) as [Metric, number][]).map(([metric, lacking]) => {
      const is = own[metric] ?? 0
      return { scope, month, metric, stored: is, counted: is + lacking }
    })
  })
}

/** Every row of figures, from the reports alone. */
export async function countedAnew(rows: Rows): Promise<Contribution[]> {
  let sum: Contribution[] = []
  for (let after = -1; ; ) {
    const page = await rows<StoredRow>(
      'select * from complaint where id > ? order by id limit ?',
      after,
      PAGE,
    )
    const last = page.at(-1)
    if (!last) return sum
    const clocks = await rows<StoredRow>(
      'select * from clock where complaint_id > ? and complaint_id <= ? order by kind, round',
      after,
      Number(last.id),
    )
    const byComplaint = Map.groupBy(clocks, (row) => row.complaint_id)
    const own = page.flatMap((row) => {
      const read = (byComplaint.get(row.id ?? null) ?? []).map((k) => readRow(clock, k))
      return contribution(toComplaint(readRow(complaint, row), read))
    })
    sum = mergeContributions([...sum, ...own])
    after = Number(last.id)
  }
}
