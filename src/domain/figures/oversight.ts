import { daysBetween, type IsoDate } from '../time/time.ts'
import { LAST_BIN, median, nearestRank } from './figures.ts'

export type Counts = Readonly<Record<string, number>>

/** What an agency has in the row of one month (overseen.ts). */
export interface AgencyMonth {
  /** 'YYYY-MM' */
  month: string
  agencyId: number
  counts: Counts
}

/** `json`: {"<agency>/<metric>": count}. */
export function agencyMonths(month: string, json: string): AgencyMonth[] {
  const named = Object.entries(JSON.parse(json) as Counts)
  const byAgency = Map.groupBy(named, ([name]) => Number(name.slice(0, name.indexOf('/'))))
  return [...byAgency].map(([agencyId, own]) => ({
    month,
    agencyId,
    counts: Object.fromEntries(own.map(([name, n]) => [name.slice(name.indexOf('/') + 1), n])),
  }))
}

export interface Tally {
  received: number
  open: number
  /** First follow-ups owed, and those that came late or are open past their date. */
  followUps: number
  lateFollowUps: number
  /** Ended late, or open past their date. */
  late: number
  /** Working days to the standing closing; 61 stands for 61 and more. */
  median: number | null
  p90: number | null
  disputed: number
  ratings: number
  ratingSum: number
  /** Dates that were given and whose day has told, and those of them that were kept. */
  promises: number
  keptPromises: number
  /** The same of public limits. */
  targets: number
  keptTargets: number
}

export function tally(rows: readonly Counts[], today: IsoDate): Tally {
  const sum = (name: string) => rows.reduce((total, counts) => total + (counts[name] ?? 0), 0)
  const past = (kind: string) => sumOf(daysIn(rows, kind).filter(([day]) => day < today))
  const closing = histogramOf(rows, 'close')
  return {
    received: sum('received'),
    open: sum('open'),
    followUps: sum('follow_ups'),
    lateFollowUps: sum('late_follow_ups') + past('follow_up_due'),
    late: sum('late') + past('due'),
    median: median(closing),
    p90: nearestRank(closing, 0.9),
    disputed: sum('disputed'),
    ratings: sum('ratings'),
    ratingSum: sum('rating_sum'),
    promises: sum('promises') + past('promise_due'),
    keptPromises: sum('kept_promises'),
    targets: sum('targets') + past('target_due'),
    keptTargets: sum('kept_targets'),
  }
}

/** Days, or whatever a metric is followed by, with their counts: 'held:2026-12-14'. */
export function daysIn(rows: readonly Counts[], kind: string): [bin: string, n: number][] {
  const summed = new Map<string, number>()
  for (const counts of rows)
    for (const [name, n] of Object.entries(counts)) {
      if (!name.startsWith(`${kind}:`)) continue
      const bin = name.slice(kind.length + 1)
      summed.set(bin, (summed.get(bin) ?? 0) + n)
    }
  return [...summed]
}

function sumOf(bins: readonly (readonly [string, number])[]): number {
  return bins.reduce((sum, [, n]) => sum + n, 0)
}

function histogramOf(rows: readonly Counts[], kind: string): number[] {
  const counts = Array.from({ length: LAST_BIN + 1 }, () => 0)
  for (const [bin, n] of daysIn(rows, kind)) counts[Number(bin)] = n
  return counts
}

/** Calendar days late: to seven, to thirty, more. */
export type Ages = readonly [week: number, month: number, older: number]

export function overdueByAge(rows: readonly Counts[], today: IsoDate): Ages {
  const late = daysIn(rows, 'held').map(([day, n]) => [daysBetween(day, today), n] as const)
  const between = (from: number, to: number) =>
    late.reduce((sum, [days, n]) => sum + (days >= from && days <= to ? n : 0), 0)
  return [between(1, 7), between(8, 30), between(31, Number.POSITIVE_INFINITY)]
}

/** Held to a day from one to another, both counted. */
export function heldBetween(rows: readonly Counts[], from: IsoDate, to: IsoDate): number {
  return sumOf(daysIn(rows, 'held').filter(([day]) => day >= from && day <= to))
}

export function missedWords(rows: readonly Counts[], today: IsoDate): number {
  return sumOf(daysIn(rows, 'given').filter(([day]) => day < today))
}

export function countOf(rows: readonly Counts[], name: string): number {
  return rows.reduce((sum, counts) => sum + (counts[name] ?? 0), 0)
}
