import { sql } from 'drizzle-orm'
import { OPEN_STATES } from '../domain/case/complaint.ts'
import type { Reckoned } from '../domain/time/case-clocks.ts'
import type { Database } from './database.ts'
import { raw } from './raw.ts'

/** What of an open report its dates follow from. */
export interface OpenReport extends Reckoned {
  id: number
  reference: string
  agencyId: number | null
}

/** As the database hands it over. */
export interface OpenReportRow extends Omit<OpenReport, 'clocks' | 'supervisory'> {
  supervisory: number
  /** JSON */
  clocks: string
}

const STATES = OPEN_STATES.map((state) => `'${state}'`).join(', ')

/** `ids`: SQL for the ids of reports; it is the same text for the Worker and the command line. */
export function openReportsSql(ids: string): string {
  return `select c.id, c.reference, c.lead_agency_id as agencyId, c.received_at as receivedAt,
  c.day_zero as dayZero, c.first_routed_day as firstRoutedDay, c.class, c.supervisory,
  (select json_group_array(json_object('kind', kind, 'round', round, 'holder', holder,
    'agencyId', agency_id, 'unit', unit, 'length', length, 'since', since, 'startDay', start_day,
    'dueDay', due_day, 'status', status, 'pauses', json(pauses), 'endDay', end_day, 'rung', rung,
    'sinceAt', since_at, 'dueAt', due_at, 'endAt', end_at))
    from clock k where k.complaint_id = c.id and k.status in ('running', 'paused')) as clocks
from complaint c where c.state in (${STATES}) and c.id in (${ids}) order by c.id`
}

export function openReportOf({ clocks, supervisory, ...row }: OpenReportRow): OpenReport {
  return { ...row, supervisory: supervisory === 1, clocks: JSON.parse(clocks) }
}

export async function openReports(db: Database, ids: readonly number[]): Promise<OpenReport[]> {
  const rows = await raw<OpenReportRow>(db, sql.raw(openReportsSql(ids.map(Number).join(', '))))
  return rows.map(openReportOf)
}
