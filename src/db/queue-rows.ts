import { type SQL, sql } from 'drizzle-orm'
import type { Complaint, Priority, State } from '../domain/case/complaint.ts'
import type { IsoDate } from '../domain/time/time.ts'

/** One complaint as a list of the desk shows it; `seen` is what the visibility rules ask for. */
export interface QueueRow {
  seen: Complaint
  reference: string
  title: string | null
  releasedTitle: string | null
  screened: boolean
  state: State
  priority: Priority
  clusterSize: number
  bucket: 'work' | 'paused' | 'confirm' | null
  rankDay: IsoDate | null
  dueDay: IsoDate | null
}

/** Columns of `c` (complaint) that a row of a list needs; never its texts. */
export const ROW_COLUMNS: SQL = sql.raw(
  [
    'c.id',
    'c.reference',
    'c.state',
    'c.class',
    'c.supervisory',
    'c.sensitive',
    'c.suspected_spam as suspectedSpam',
    'c.anonymous',
    'c.confidential',
    'c.has_key_holder as hasKeyHolder',
    'c.filed_by as filedBy',
    'c.category_id as categoryId',
    'c.subdistrict_id as subdistrictId',
    'c.proposed_agency_id as proposedAgencyId',
    'c.about_agency_id as aboutAgencyId',
    'c.lead_agency_id as leadAgencyId',
    'c.officer_id as officerId',
    'c.supporting',
    'c.former_agencies as formerAgencies',
    'c.priority',
    'c.cluster_size as clusterSize',
    'c.returns',
    'c.disputes',
    'c.release_status as releaseStatus',
    'c.title',
    'c.released_title as releasedTitle',
    'c.screened_text is not null as screened',
  ].join(', '),
)

export type RawRow = Record<string, string | number | null>

const FLAGS = ['supervisory', 'suspectedSpam', 'anonymous', 'confidential', 'hasKeyHolder'] as const

export function toQueueRow(raw: RawRow): QueueRow {
  const flags = Object.fromEntries(FLAGS.map((name) => [name, raw[name] === 1]))
  const seen = {
    ...raw,
    ...flags,
    rootId: raw.id,
    supportingAgencyIds: JSON.parse(String(raw.supporting ?? '[]')),
    formerAgencyIds: JSON.parse(String(raw.formerAgencies ?? '[]')),
    release: { status: raw.releaseStatus, point: false },
  } as unknown as Complaint
  return {
    seen,
    reference: String(raw.reference),
    title: raw.title as string | null,
    releasedTitle: raw.releasedTitle as string | null,
    screened: raw.screened === 1,
    state: raw.state as State,
    priority: raw.priority as Priority,
    clusterSize: Number(raw.clusterSize),
    bucket: (raw.bucket ?? null) as QueueRow['bucket'],
    rankDay: (raw.rankDay ?? null) as string | null,
    dueDay: (raw.dueDay ?? null) as string | null,
  }
}
