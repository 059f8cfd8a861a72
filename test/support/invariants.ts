import { asc, gt, sql } from 'drizzle-orm'
import { toComplaint } from '../../src/db/complaint-rows.ts'
import type { Database } from '../../src/db/database.ts'
import { metricsOf } from '../../src/db/recounting.ts'
import { clock, complaint, event } from '../../src/db/schema/complaint.ts'
import { figure } from '../../src/db/schema/figure.ts'
import type { Complaint } from '../../src/domain/case/complaint.ts'
import { contribution, mergeContributions } from '../../src/domain/figures/figures.ts'

/** Every complaint with its clocks, for checks over a small database. */
export const allComplaints = async (db: Database): Promise<Complaint[]> => {
  const [rows, clocks] = await db.batch([
    db.select().from(complaint),
    db.select().from(clock).where(gt(clock.complaintId, 0)).orderBy(clock.kind, clock.round),
  ])
  const byComplaint = Map.groupBy(clocks, (c) => c.complaintId)
  return rows.map((row) => toComplaint(row, byComplaint.get(row.id) ?? []))
}

/** What is wrong with the database as a whole; empty when every invariant holds. */
export const faults = async (db: Database): Promise<string[]> => [
  ...(await chainFaults(db)),
  ...(await figureFaults(db)),
  ...(await outboxFaults(db)),
]

const chainFaults = async (db: Database): Promise<string[]> => {
  const [rows, events] = await db.batch([
    db.select().from(complaint),
    db.select().from(event).orderBy(asc(event.complaintId), asc(event.seq)),
  ])
  const byComplaint = Map.groupBy(events, (e) => e.complaintId)
  return rows.flatMap((row) => {
    const own = byComplaint.get(row.id) ?? []
    const last = own.at(-1)
    const wrong: string[] = []
    if (own.length !== row.version)
      wrong.push(`${row.reference}: ${own.length} events, version ${row.version}`)
    if (last?.hash !== row.lastHash) wrong.push(`${row.reference}: last hash differs`)
    if (last?.stateAfter !== row.state)
      wrong.push(`${row.reference}: ${last?.stateAfter} is not ${row.state}`)
    return wrong
  })
}

const figureFaults = async (db: Database): Promise<string[]> => {
  const expected = mergeContributions((await allComplaints(db)).flatMap(contribution))
  const rows = await db.select().from(figure)
  const stored = mergeContributions(
    rows.map((row) => ({ scope: row.scope, month: row.month, metrics: metricsOf(row) })),
  )
  const spell = (rows: typeof stored) =>
    rows.map((r) => JSON.stringify([r.scope, r.month, Object.entries(r.metrics).sort()])).sort()
  const [a, b] = [spell(expected), spell(stored)]
  return a.every((line, i) => line === b[i]) && a.length === b.length
    ? []
    : [
        ...a.filter((line) => !b.includes(line)).map((line) => `figures should say ${line}`),
        ...b.filter((line) => !a.includes(line)).map((line) => `figures say ${line}`),
      ]
}

const outboxFaults = async (db: Database): Promise<string[]> => {
  const ghosts = await db.all<{ dedupe: string }>(
    sql`select o.dedupe from outbox o left join event e on e.complaint_id = o.complaint_id and e.seq = o.seq
     where o.complaint_id is not null and e.seq is null`,
  )
  return ghosts.map((row) => `notice without event: ${row.dedupe}`)
}
