import { type SQL, sql } from 'drizzle-orm'
import type { Complaint, Priority, State } from '../domain/case/complaint.ts'
import type { Seen } from '../domain/case/seen.ts'
import type { IsoDate } from '../domain/time/time.ts'

/** `seen` is what the visibility rules ask for. */
export interface QueueRow {
  id: number
  seen: Seen
  reference: string
  title: string | null
  releasedTitle: string | null
  categoryId: number | null
  state: State
  priority: Priority
  clusterSize: number
  disputes: number
  bucket: 'work' | 'paused' | 'confirm' | null
  rankDay: IsoDate | null
  dueDay: IsoDate | null
}

/** `c` is the complaint; never its texts. */
export const ROW_COLUMNS: SQL = sql.raw(
  [
    'c.id',
    'c.reference',
    'c.state',
    'c.channel',
    'c.quarantined',
    'c.class',
    'c.supervisory',
    'c.sensitive',
    'c.suspected_spam as suspectedSpam',
    'c.anonymous',
    'c.confidential',
    'c.has_key_holder as hasKeyHolder',
    'c.filed_by as filedBy',
    'c.category_id as categoryId',
    'c.proposed_agency_id as proposedAgencyId',
    'c.about_agency_id as aboutAgencyId',
    'c.lead_agency_id as leadAgencyId',
    'c.officer_id as officerId',
    'c.supporting',
    'c.former_agencies as formerAgencies',
    'c.priority',
    'c.cluster_size as clusterSize',
    'c.returns',
    'c.objection',
    'c.disputes',
    'c.release_status as releaseStatus',
    'c.release_point as releasePoint',
    'c.title',
    'c.released_title as releasedTitle',
  ].join(', '),
)

export type RawRow = Record<string, string | number | null>

export function toQueueRow(raw: RawRow): QueueRow {
  return {
    id: Number(raw.id),
    seen: seenIn(raw),
    reference: String(raw.reference),
    title: textOf(raw.title),
    releasedTitle: textOf(raw.releasedTitle),
    categoryId: numberOf(raw.categoryId),
    state: raw.state as State,
    priority: raw.priority as Priority,
    clusterSize: Number(raw.clusterSize),
    disputes: Number(raw.disputes),
    bucket: (raw.bucket ?? null) as QueueRow['bucket'],
    rankDay: textOf(raw.rankDay),
    dueDay: textOf(raw.dueDay),
  }
}

/** Field by field, so that a rule which reads another one asks for its column here. */
function seenIn(raw: RawRow): Seen {
  return {
    class: raw.class as Complaint['class'],
    supervisory: raw.supervisory === 1,
    sensitive: raw.sensitive as Complaint['sensitive'],
    suspectedSpam: raw.suspectedSpam === 1,
    anonymous: raw.anonymous === 1,
    confidential: raw.confidential === 1,
    hasKeyHolder: raw.hasKeyHolder === 1,
    filedBy: textOf(raw.filedBy),
    proposedAgencyId: numberOf(raw.proposedAgencyId),
    aboutAgencyId: numberOf(raw.aboutAgencyId),
    formerAgencyIds: idsIn(raw.formerAgencies),
    leadAgencyId: numberOf(raw.leadAgencyId),
    supportingAgencyIds: idsIn(raw.supporting),
    officerId: textOf(raw.officerId),
    returns: Number(raw.returns),
    objection: raw.objection as Complaint['objection'],
    release: {
      status: raw.releaseStatus as Complaint['release']['status'],
      point: raw.releasePoint === 1,
    },
  }
}

/** Most have none. */
function idsIn(json: RawRow[string] | undefined): number[] {
  return json === '[]' ? [] : (JSON.parse(String(json)) as number[])
}

function textOf(value: RawRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

function numberOf(value: RawRow[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
