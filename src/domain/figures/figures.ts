import { type Complaint, isOpen, isRoot } from '../case/complaint.ts'
import { isSecret } from '../case/visibility.ts'
import { monthOf } from '../time/time.ts'

/** Bins of whole working days: 0-60, and 61 for 61 and more. */
export const LAST_BIN = 61

export type Metric =
  | 'received'
  | 'joined'
  | 'open'
  | 'closed'
  | 'disputed'
  | 'late'
  | 'referred'
  | 'archived'
  | 'withdrawn'
  /** Of those received: kept from the public, so that small cells can be hidden. */
  | 'confidential'
  | 'ratings'
  | 'rating_sum'
  /** Working days to the first public answer or question. */
  | `answer:${number}`
  /** Working days to the standing closure. */
  | `close:${number}`

export type Metrics = Partial<Record<Metric, number>>

export interface Contribution {
  /** `city`, `agency:<id>` of the lead, `place:<categoryId>:<districtId>` (0: unknown). */
  scope: string
  /** 'YYYY-MM' of day 0: figures are by cohort. */
  month: string
  metrics: Metrics
}

export function binOf(days: number): number {
  return Math.min(LAST_BIN, Math.max(0, Math.trunc(days)))
}

/** Pure, so that figures can be reckoned anew. A disputed or reopened closing is open. */
export function contribution(complaint: Complaint): Contribution[] {
  const metrics = isRoot(complaint) ? metricsOfRoot(complaint) : { joined: 1 }
  const month = monthOf(complaint.dayZero)
  return scopesOf(complaint).map((scope) => ({ scope, month, metrics }))
}

function scopesOf(complaint: Complaint): string[] {
  return [
    'city',
    ...(complaint.leadAgencyId === null ? [] : [`agency:${complaint.leadAgencyId}`]),
    `place:${complaint.categoryId ?? 0}:${complaint.districtId ?? 0}`,
  ]
}

function metricsOfRoot(complaint: Complaint): Metrics {
  const stands = complaint.state === 'closed' || complaint.state === 'awaiting_confirmation'
  return nonZero({
    received: 1,
    open: one(isOpen(complaint)),
    closed: one(complaint.state === 'closed'),
    disputed: one(complaint.disputes > 0),
    late: one(complaint.everLate),
    referred: one(complaint.state === 'referred'),
    archived: one(complaint.state === 'archived'),
    withdrawn: one(complaint.state === 'withdrawn'),
    confidential: one(isSecret(complaint)),
    ratings: one(complaint.rating !== null),
    rating_sum: complaint.rating ?? 0,
    ...(complaint.firstAnswerDays === null
      ? {}
      : { [`answer:${binOf(complaint.firstAnswerDays)}`]: 1 }),
    ...(stands && complaint.closeDays !== null
      ? { [`close:${binOf(complaint.closeDays)}`]: 1 }
      : {}),
  })
}

function one(yes: boolean): number {
  return yes ? 1 : 0
}

function entriesOf(metrics: Metrics) {
  return Object.entries(metrics) as [Metric, number][]
}

function nonZero(metrics: Metrics): Metrics {
  return Object.fromEntries(entriesOf(metrics).filter(([, n]) => n !== 0))
}

export function difference(before: Complaint | null, after: Complaint | null): Contribution[] {
  return mergeContributions([
    ...(before === null ? [] : contribution(before).map(negated)),
    ...(after === null ? [] : contribution(after)),
  ])
}

function negated(row: Contribution): Contribution {
  return {
    ...row,
    metrics: Object.fromEntries(entriesOf(row.metrics).map(([m, n]) => [m, -n])),
  }
}

export function mergeContributions(rows: readonly Contribution[]): Contribution[] {
  const merged = new Map<string, Contribution>()
  for (const { scope, month, metrics } of rows) {
    const key = `${scope} ${month}`
    const sum: Metrics = { ...merged.get(key)?.metrics }
    for (const [name, n] of entriesOf(metrics)) sum[name] = (sum[name] ?? 0) + n
    merged.set(key, { scope, month, metrics: sum })
  }
  return [...merged.values()]
    .map((row) => ({ ...row, metrics: nonZero(row.metrics) }))
    .filter((row) => Object.keys(row.metrics).length > 0)
}

/** The mean of the two middle values where q falls between them; 61 means 61 and more. */
export function quantile(counts: readonly number[], q: number): number | null {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total <= 0) return null
  // in thousandths, so that 0.9 of 10 is 9 and not 9.000000000000002
  const rank = Math.round(q * 1000) * total
  const lower = valueAt(counts, Math.max(1, Math.ceil(rank / 1000)))
  if (rank % 1000 !== 0 || rank === 0 || rank === total * 1000) return lower
  const upper = valueAt(counts, rank / 1000 + 1)
  return upper === LAST_BIN ? upper : (lower + upper) / 2
}

function valueAt(counts: readonly number[], n: number): number {
  let seen = 0
  for (const [bin, count] of counts.entries()) {
    seen += count
    if (seen >= n) return bin
  }
  return LAST_BIN
}

const SMALLEST_CELL = 5

/** Null where it is so small that it could point at a person. */
export function hideSmall(n: number, confidential: boolean): number | null {
  return confidential && n > 0 && n < SMALLEST_CELL ? null : n
}
