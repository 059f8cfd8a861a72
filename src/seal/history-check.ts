import type { Instant, IsoDate } from '../domain/time/time.ts'
import {
  type ChainFinding,
  type ChainHead,
  eventHash,
  type StoredEvent,
  verifyChain,
} from './chain.ts'
import {
  DAY_GENESIS,
  type DayFinding,
  type DayLeaf,
  type DayRecord,
  dayLeaves,
  verifyDay,
} from './merkle.ts'
import { type RowFinding, type StandingRows, verifyRows } from './rows-check.ts'
import { type Unwitnessed, unwitnessed } from './witness.ts'

interface KeptDay {
  day: IsoDate
  /** Left out: an anchor of a day that was not over (docs/data.md, History that shows tampering). */
  hash?: string
  leaves?: readonly DayLeaf[]
}

/** Leaves that are not stored are taken from the day's events. */
interface StoredDay extends Omit<DayRecord, 'leaves'> {
  leaves?: readonly DayLeaf[]
}

export interface History {
  complaints: readonly ChainHead[]
  events: readonly StoredEvent[]
  days: readonly StoredDay[]
  /** Without these a restored or wholly rewritten database is consistent with itself. */
  kept?: readonly KeptDay[]
  /** By number; left out: rows are not looked at. */
  rows?: ReadonlyMap<string, StandingRows>
  /** In WIB. */
  dayOf: (at: Instant) => IsoDate
}

export interface HistoryFinding {
  problem:
    | ChainFinding['problem']
    | DayFinding['problem']
    | RowFinding['problem']
    | Unwitnessed['problem'] /* the filing of `other` knew the complaint, or knew it otherwise */
    | 'complaint-row-missing' /* its events are there, the complaint is not */
    | 'complaints-swapped' /* the chain under `complaint` was written for `other` */
    | 'complaint-dropped' /* the digest of `day` knows the complaint, the database does not */
    | 'event-dropped' /* the digest of `day` knows event `seq`, the database does not */
    | 'event-rewritten' /* event `seq` is not the one in the digest of `day` */
    | 'event-undigested' /* event `seq` claims a digested `day` that does not know it */
    | 'day-rewritten' /* not the digest that was mailed */
    | 'day-missing' /* mailed, but not in the database */
    | 'database-behind' /* ends at `other`, while `day` was mailed: an older one was restored */
  complaint: string | null
  day: IsoDate | null
  seq: number | null
  other: number | string | null
}

/** Some reports by themselves: what days and later filings know of them is not asked. */
export async function verifyReports({
  complaints,
  events,
  rows = new Map(),
}: Pick<History, 'complaints' | 'events' | 'rows'>): Promise<HistoryFinding[]> {
  const byNumber = Map.groupBy(events, (event) => event.complaint)
  return [...(await chainFindings(complaints, byNumber)), ...rowFindings(byNumber, rows)]
}

export async function verifyHistory(history: History): Promise<HistoryFinding[]> {
  const { complaints, events, kept = [], dayOf } = history
  const byNumber = Map.groupBy(events, (event) => event.complaint)
  const byDate = Map.groupBy(events, (event) => dayOf(event.at))
  const days = history.days
    .map((day) => ({ ...day, leaves: day.leaves ?? dayLeaves(byDate.get(day.day) ?? []) }))
    .toSorted(byDay)
  return [
    ...(await verifyReports(history)),
    ...unwitnessed(byNumber).map(({ problem, ...where }) => finding(problem, where)),
    ...(await dayFindings(days)),
    ...keptFindings(days, kept),
    ...leafFindings([...days, ...kept].toSorted(byDay), complaints, byNumber),
    ...undigested(events, days, dayOf),
  ]
}

type Chains = ReadonlyMap<string, readonly StoredEvent[]>

async function chainFindings(heads: readonly ChainHead[], chains: Chains) {
  const findings: HistoryFinding[] = []
  const suspects: string[] = []
  for (const head of heads) {
    const wrong = await verifyChain(chains.get(head.number) ?? [], head)
    if (wrong.some(({ problem, seq }) => problem === 'altered' && seq === 1)) {
      suspects.push(head.number)
    }
    findings.push(...wrong.map((finding) => ({ ...finding, day: null })))
  }
  const known = new Set(heads.map((head) => head.number))
  for (const number of chains.keys()) {
    if (!known.has(number)) findings.push(finding('complaint-row-missing', { complaint: number }))
  }
  return withSwapsNamed(findings, await swaps(suspects, chains))
}

function rowFindings(chains: Chains, rows: NonNullable<History['rows']>): HistoryFinding[] {
  return Array.from(rows).flatMap(([complaint, standing]) => {
    const events = (chains.get(complaint) ?? []).toSorted((a, b) => a.seq - b.seq)
    return verifyRows(events, standing).map(({ problem, ...where }) =>
      finding(problem, { complaint, ...where }),
    )
  })
}

/** A swapped pair looks altered throughout. */
async function swaps(suspects: readonly string[], chains: Chains) {
  const writtenFor = new Map<string, string>()
  const candidates = suspects.slice(0, 50)
  for (const number of candidates) {
    const first = chains.get(number)?.find((event) => event.seq === 1)
    if (!first) continue
    for (const other of candidates) {
      const hash = await eventHash({ ...first, complaint: other }).catch(() => null)
      if (hash === first.hash) writtenFor.set(number, other)
    }
  }
  return writtenFor
}

function withSwapsNamed(findings: HistoryFinding[], writtenFor: Map<string, string>) {
  const named = Array.from(writtenFor, ([complaint, other]) =>
    finding('complaints-swapped', { complaint, other }),
  )
  const rest = findings.filter(
    ({ problem, complaint }) => problem !== 'altered' || !writtenFor.has(complaint ?? ''),
  )
  return [...named, ...rest]
}

async function dayFindings(days: readonly DayRecord[]) {
  const findings: HistoryFinding[] = []
  let previous = DAY_GENESIS
  for (const record of days) {
    const wrong = await verifyDay(record, previous)
    findings.push(...wrong.map(({ problem, day }) => finding(problem, { day })))
    previous = record.hash
  }
  return findings
}

function keptFindings(days: readonly DayRecord[], kept: readonly KeptDay[]) {
  const stored = new Map(days.map((record) => [record.day, record]))
  const last = days.at(-1)?.day ?? null
  const findings: HistoryFinding[] = []
  for (const { day, hash } of kept.toSorted(byDay)) {
    if (hash === undefined) continue
    const record = stored.get(day)
    if (record && record.hash !== hash) findings.push(finding('day-rewritten', { day }))
    if (record) continue
    if (last && day < last) findings.push(finding('day-missing', { day }))
    else findings.push(finding('database-behind', { day, other: last }))
  }
  return findings
}

/** A later event leaves an older day's leaf as it was: look up by seq. */
function leafFindings(days: readonly KeptDay[], complaints: readonly ChainHead[], chains: Chains) {
  const known = new Set(complaints.map((head) => head.number))
  const findings = new Map<string, HistoryFinding>()
  for (const { day, leaves = [] } of days) {
    for (const { number, seq, hash } of leaves) {
      const chain = chains.get(number)
      const event = chain?.find((candidate) => candidate.seq === seq)
      if (event?.hash === hash) continue
      const dropped = chain || known.has(number) ? 'event-dropped' : 'complaint-dropped'
      const problem = event ? 'event-rewritten' : dropped
      const at = { complaint: number, day, seq: problem === 'complaint-dropped' ? null : seq }
      findings.set(JSON.stringify([problem, at]), finding(problem, at))
    }
  }
  return [...findings.values()]
}

function undigested(
  events: readonly StoredEvent[],
  days: readonly DayRecord[],
  dayOf: History['dayOf'],
) {
  const last = days.at(-1)?.day
  if (!last) return []
  const covered = new Map<string, number>()
  for (const { day, leaves } of days) {
    for (const { number, seq } of leaves) covered.set(`${day} ${number}`, seq)
  }
  return events
    .map((event) => ({ complaint: event.complaint, seq: event.seq, day: dayOf(event.at) }))
    .filter(({ day, complaint, seq }) => {
      return day <= last && seq > (covered.get(`${day} ${complaint}`) ?? 0)
    })
    .map((event) => finding('event-undigested', event))
}

function byDay(a: { day: string }, b: { day: string }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}

function finding(
  problem: HistoryFinding['problem'],
  where: Partial<Omit<HistoryFinding, 'problem'>>,
): HistoryFinding {
  return { problem, complaint: null, day: null, seq: null, other: null, ...where }
}
