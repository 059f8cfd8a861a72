import { type Complaint, isHistory, isOpen, isRoot, isUncounted } from '../case/complaint.ts'
import { neverPublic } from '../case/visibility.ts'
import { type IsoDate, monthOf } from '../time/time.ts'
import { chargedAgencies, lateness } from './lateness.ts'
import { overseen } from './overseen.ts'

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
  /** Over when it was brought here from an older record: counted as that alone. */
  | 'imported'
  /** Of those closed or withdrawn: by silence of somebody whom nobody could tell. */
  | 'unheard'
  /** Of those received: kept from the public. Only the city's rows have any. */
  | 'confidential'
  | 'ratings'
  | 'rating_sum'
  /** Working days to the first public answer or question. */
  | `answer:${number}`
  /** Working days to the standing closure. */
  | `close:${number}`
  /** Open and promised for that day, and never late before. */
  | `due:${IsoDate}`
  /** The same of those that `late` counts already. */
  | `due_late:${IsoDate}`
  /** First follow-ups owed: one for each agency that had to give it. */
  | 'follow_ups'
  /** Of them those that ended late. */
  | 'late_follow_ups'
  /** Open and owed by that day. */
  | `follow_up_due:${IsoDate}`
  /** Dates that an agency gave and whose day has told: those that were kept, and those that were not. */
  | 'promises'
  | 'kept_promises'
  /** Open and given for that day. */
  | `promise_due:${IsoDate}`
  /** Public limits that have told, and those of them that were kept. */
  | 'targets'
  | 'kept_targets'
  /** Open, with a limit that ends on that day. */
  | `target_due:${IsoDate}`
  /** Of the city's rows alone, for staff who oversee (overseen.ts): 'agency:5/received'. */
  | `agency:${number}/${string}`

export type Metrics = Partial<Record<Metric, number>>

export interface Contribution {
  /**
   * `city`: of everything. `agency:<id>` of the lead, and the lateness alone of whoever else let a
   * date pass: of what is not kept from the public, so that no cell of theirs has to be hidden.
   */
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
  if (isUncounted(complaint)) return []
  const month = monthOf(complaint.dayZero)
  if (isHistory(complaint)) return ofHistory(complaint, month)
  const root = isRoot(complaint)
  const counts = root ? countsOf(complaint) : { joined: 1 }
  const { leadAgencyId: lead } = complaint
  const own = (agencyId: number | null): Metrics =>
    nonZero({ ...counts, ...(root ? lateness(complaint, agencyId) : {}) })
  const rows: [scope: string, Metrics][] = [
    ['city', { ...own(null), ...overseen(complaint, counts) }],
  ]
  if (!neverPublic(complaint)) {
    if (lead !== null) rows.push([`agency:${lead}`, own(lead)])
    for (const id of root ? chargedAgencies(complaint) : [])
      if (id !== lead) rows.push([`agency:${id}`, nonZero(lateness(complaint, id))])
  }
  return rows
    .filter(([, metrics]) => Object.keys(metrics).length > 0)
    .map(([scope, metrics]) => ({ scope, month, metrics }))
}

function ofHistory(complaint: Complaint, month: string): Contribution[] {
  const lead = neverPublic(complaint) ? null : complaint.leadAgencyId
  const scopes = lead === null ? ['city'] : ['city', `agency:${lead}`]
  return scopes.map((scope) => ({ scope, month, metrics: { imported: 1 } }))
}

function countsOf(complaint: Complaint): Metrics {
  const stands = complaint.state === 'closed' || complaint.state === 'awaiting_confirmation'
  return {
    received: 1,
    open: one(isOpen(complaint)),
    closed: one(complaint.state === 'closed'),
    disputed: one(complaint.disputes > 0),
    referred: one(complaint.state === 'referred'),
    archived: one(complaint.state === 'archived'),
    withdrawn: one(complaint.state === 'withdrawn'),
    unheard: one(complaint.unheard),
    confidential: one(neverPublic(complaint)),
    ratings: one(complaint.rating !== null),
    rating_sum: complaint.rating ?? 0,
    ...(complaint.firstAnswerDays === null
      ? {}
      : { [`answer:${binOf(complaint.firstAnswerDays)}`]: 1 }),
    ...(stands && complaint.closeDays !== null
      ? { [`close:${binOf(complaint.closeDays)}`]: 1 }
      : {}),
  }
}

function one(yes: boolean): number {
  return yes ? 1 : 0
}

function entriesOf(metrics: Metrics): [Metric, number][] {
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

/** What has to be added to rows as they are stored, so that they say what was counted. */
export function correction(
  stored: readonly Contribution[],
  counted: readonly Contribution[],
): Contribution[] {
  return mergeContributions([...stored.map(negated), ...counted])
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

/** By nearest rank: the value that at least this share of all does not exceed. */
export function nearestRank(counts: readonly number[], share: number): number | null {
  const total = totalOf(counts)
  // in thousandths, so that 0.9 of 10 is 9 and not 9.000000000000002
  const rank = Math.ceil((Math.round(share * 1000) * total) / 1000)
  return total <= 0 ? null : valueAt(counts, Math.max(1, rank))
}

/** The mean of the two middle values, where 61 and more counts as 61: at least so many. */
export function median(counts: readonly number[]): number | null {
  const total = totalOf(counts)
  if (total <= 0) return null
  return (valueAt(counts, Math.ceil(total / 2)) + valueAt(counts, Math.floor(total / 2) + 1)) / 2
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0)
}

function valueAt(counts: readonly number[], n: number): number {
  let seen = 0
  for (const [bin, count] of counts.entries()) {
    seen += count
    if (seen >= n) return bin
  }
  return LAST_BIN
}
