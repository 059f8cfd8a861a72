import { idFrom } from '../db/ids.ts'
import { tell } from '../db/outbox.ts'
import {
  figureOf,
  historiesOf,
  type MonthOfReports,
  metricsOf,
  type Recount,
  recountReports,
} from '../db/recounting.ts'
import type { Metric, Metrics } from '../domain/figures/figures.ts'
import { EVENT_METRICS, figuresFromEvents } from '../domain/figures/figures-from-events.ts'
import { addDays, daysBetween, instantAt, monthOf, monthsBefore } from '../domain/time/time.ts'
import { type Job, type JobWorld, openingFor } from './world.ts'

/** Months back that are checked in turn; older figures change no more. */
const MONTHS = 12
/** Day 0 comes at most so long after receipt: the longest run of holidays, and some. */
const DAY_ZERO_LAG = 21
/** A command in the middle of the count moves the figures; then it is counted again. */
const TRIES = 3

/** The date says which agency and month. A difference is told, never silently corrected. */
export const checkFigures: Job = async (w) => {
  const recount = recountFor(w)
  for (let i = 0; recount && i < TRIES; i++) {
    const different = await differences(w, recount)
    if (different === 'moved') continue
    if (different.length > 0) await alert(w, recount, different)
    return { differences: different.length, unsettled: 0 }
  }
  return { differences: 0, unsettled: recount ? 1 : 0 }
}

function recountFor(w: JobWorld): Recount | null {
  const agencies = w.s.city.agencies.map(({ id }) => id).sort((a, b) => a - b)
  const day = daysBetween('2026-01-01', w.today)
  const agencyId = agencies[day % agencies.length]
  if (agencyId === undefined) return null
  const back = Math.floor(day / agencies.length) % MONTHS
  const first = instantAt(`${monthOf(w.today)}-01`, 12 * 60, w.calendar.offset)
  return recountOf(w, agencyId, new Date(monthsBefore(first, back)).toISOString().slice(0, 7))
}

export function recountOf(w: JobWorld, agencyId: number, month: string): Recount {
  return { agencyId, ...reportsIn(w, month) }
}

export function reportsIn(w: JobWorld, month: string): MonthOfReports {
  const first = `${month}-01`
  const from = instantAt(addDays(first, -DAY_ZERO_LAG), 0, w.calendar.offset)
  const until = instantAt(addDays(first, 31), 0, w.calendar.offset)
  return { month, ids: [idFrom(from), idFrom(until)] }
}

export async function differences(w: JobWorld, r: Recount): Promise<Metric[] | 'moved'> {
  const scope = `agency:${r.agencyId}`
  const before = JSON.stringify(await figureOf(w.db, scope, r.month))
  const reports = await recountReports(w.db, r)
  const events: Metrics = figuresFromEvents(await historiesOf(w.db, r), r.agencyId)
  const row = await figureOf(w.db, scope, r.month)
  if (JSON.stringify(row) !== before) return 'moved'
  const stored = metricsOf(row)
  const names = new Set([...Object.keys(stored), ...Object.keys(reports)] as Metric[])
  const wrong = [...names].filter((name) => (stored[name] ?? 0) !== (reports[name] ?? 0))
  const wrongByEvents = EVENT_METRICS.filter((name) => (stored[name] ?? 0) !== events[name])
  return [...new Set([...wrong, ...wrongByEvents])]
}

async function alert(w: JobWorld, r: Recount, metrics: readonly Metric[]): Promise<void> {
  console.error({ alert: 'figures differ', agency: r.agencyId, month: r.month, metrics })
  const queued = await tell(w.db, [
    {
      dedupe: `figures_differ|${r.agencyId}|${r.month}|${w.today}`,
      complaintId: null,
      recipient: 'admin',
      agencyId: null,
      template: 'figures_differ',
      notBefore: openingFor(w, 'staff'),
    },
  ])
  await w.enqueue(queued)
}
