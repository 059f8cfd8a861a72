import { type SQL, sql } from 'drizzle-orm'
import type { Decision } from '../../domain/command.ts'
import { type Contribution, difference, type Metrics } from '../../domain/figures.ts'
import type { Database } from '../database.ts'
import type { Statement } from './statement.ts'

const COUNTS = [
  'received',
  'joined',
  'open',
  'closed',
  'disputed',
  'late',
  'referred',
  'archived',
  'withdrawn',
  'confidential',
  'ratings',
  'rating_sum',
] as const

/** What a decision adds to the figure rows: at most those of two agencies, two places, the city. */
export const figureRows = (db: Database, { before, after }: Decision): Statement[] =>
  difference(before, after).map((row) => db.run(upsert(row)))

const upsert = ({ scope, month, metrics }: Contribution): SQL => {
  const counts = COUNTS.filter((name) => metrics[name] !== undefined)
  const answer = bins(metrics, 'answer')
  const close = bins(metrics, 'close')
  const columns = [
    ...counts,
    ...(answer.length ? ['answer_days'] : []),
    ...(close.length ? ['close_days'] : []),
  ]
  const values = [
    ...counts.map((name) => sql`${metrics[name]}`),
    ...(answer.length ? [sql`${JSON.stringify(Object.fromEntries(answer))}`] : []),
    ...(close.length ? [sql`${JSON.stringify(Object.fromEntries(close))}`] : []),
  ]
  const sets = [
    ...counts.map((name) => sql.raw(`${name} = ${name} + excluded.${name}`)),
    ...(answer.length ? [added('answer_days', answer)] : []),
    ...(close.length ? [added('close_days', close)] : []),
  ]
  return sql`insert into figure (scope, month, ${sql.raw(columns.join(', '))})
    values (${scope}, ${month}, ${sql.join(values, sql`, `)})
    on conflict (scope, month) do update set ${sql.join(sets, sql`, `)}`
}

type Bin = [bin: string, count: number]

const bins = (metrics: Metrics, kind: 'answer' | 'close'): Bin[] =>
  Object.entries(metrics).flatMap(([name, n]): Bin[] =>
    name.startsWith(`${kind}:`) ? [[name.slice(kind.length + 1), n ?? 0]] : [],
  )

const added = (column: 'answer_days' | 'close_days', counts: Bin[]): SQL => {
  const c = sql.raw(column)
  const pairs = counts.map(([bin, n]) => {
    const path = `$."${bin}"`
    return sql`${path}, coalesce(json_extract(${c}, ${path}), 0) + ${n}`
  })
  return sql`${c} = json_set(${c}, ${sql.join(pairs, sql`, `)})`
}
