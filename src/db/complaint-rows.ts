import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import type { Clock } from '../domain/clocks.ts'
import type { Complaint } from '../domain/complaint.ts'
import { complainedAbout } from '../domain/reveal.ts'
import { monthOf } from '../domain/time.ts'
import type { clock, complaint } from './schema/complaint.ts'

export type ComplaintRow = InferSelectModel<typeof complaint>
export type ComplaintInsert = InferInsertModel<typeof complaint>
type ClockRow = InferSelectModel<typeof clock>

/** Row and clocks to what the rules see. */
export const toComplaint = (row: ComplaintRow, clocks: ClockRow[]): Complaint => ({
  id: row.id,
  reference: row.reference,
  version: row.version,
  lastHash: row.lastHash,
  rootId: row.rootId,
  clusterSize: row.clusterSize,
  state: row.state as Complaint['state'],
  cameFrom: row.cameFrom as Complaint['cameFrom'],
  class: row.class as Complaint['class'],
  supervisory: row.supervisory,
  sensitive: row.sensitive as Complaint['sensitive'],
  suspectedSpam: row.suspectedSpam,
  anonymous: row.anonymous,
  confidential: row.confidential,
  channel: row.channel as Complaint['channel'],
  hasKeyHolder: row.hasKeyHolder,
  filedBy: row.filedBy,
  categoryId: row.categoryId,
  districtId: row.districtId,
  subdistrictId: row.subdistrictId,
  proposedAgencyId: row.proposedAgencyId,
  aboutAgencyId: row.aboutAgencyId,
  leadAgencyId: row.leadAgencyId,
  supportingAgencyIds: JSON.parse(row.supporting) as number[],
  formerAgencyIds: JSON.parse(row.formerAgencies) as number[],
  officerId: row.officerId,
  priority: row.priority as Complaint['priority'],
  receivedAt: row.receivedAt,
  dayZero: row.dayZero,
  firstRoutedDay: row.firstRoutedDay,
  returns: row.returns,
  disputes: row.disputes,
  firstAnswerDays: row.firstAnswerDays,
  closeDays: row.closeDays,
  everLate: row.everLate,
  closedAt: row.closedAt,
  rating: row.rating,
  erased: row.erased,
  release: { status: row.releaseStatus as Complaint['release']['status'], point: row.releasePoint },
  clocks: clocks.map(toClock),
})

const toClock = ({ complaintId: _, ...row }: ClockRow): Clock => ({
  ...row,
  kind: row.kind as Clock['kind'],
  holder: row.holder as Clock['holder'],
  unit: row.unit as Clock['unit'],
  status: row.status as Clock['status'],
})

/** The columns that hold what the rules see; words have their own. */
export const toColumns = (c: Complaint) => ({
  id: c.id,
  reference: c.reference,
  version: c.version,
  lastHash: c.lastHash,
  rootId: c.rootId,
  clusterSize: c.clusterSize,
  state: c.state,
  cameFrom: c.cameFrom,
  class: c.class,
  supervisory: c.supervisory,
  sensitive: c.sensitive,
  suspectedSpam: c.suspectedSpam,
  anonymous: c.anonymous,
  confidential: c.confidential,
  channel: c.channel,
  hasKeyHolder: c.hasKeyHolder,
  filedBy: c.filedBy,
  categoryId: c.categoryId,
  districtId: c.districtId,
  subdistrictId: c.subdistrictId,
  proposedAgencyId: c.proposedAgencyId,
  aboutAgencyId: c.aboutAgencyId,
  leadAgencyId: c.leadAgencyId,
  supporting: JSON.stringify(c.supportingAgencyIds),
  formerAgencies: JSON.stringify(c.formerAgencyIds),
  officerId: c.officerId,
  priority: c.priority,
  receivedAt: c.receivedAt,
  dayZero: c.dayZero,
  firstRoutedDay: c.firstRoutedDay,
  returns: c.returns,
  disputes: c.disputes,
  firstAnswerDays: c.firstAnswerDays,
  closeDays: c.closeDays,
  everLate: c.everLate,
  closedAt: c.closedAt,
  rating: c.rating,
  erased: c.erased,
  releaseStatus: c.release.status,
  releasePoint: c.release.point,
  tokens: tokensOf(c),
})

/**
 * Facets as words beside the words (data.md, Lists that stay flat). No underscore: the
 * tokenizer splits there.
 */
export const tokensOf = (c: Complaint): string =>
  [
    ...(c.leadAgencyId === null ? ['opd0'] : [`opd${c.leadAgencyId}`]),
    ...c.supportingAgencyIds.map((id) => `opd${id}`),
    `st${c.state.replaceAll('_', '')}`,
    `kls${c.class}`,
    ...(c.categoryId === null ? [] : [`kat${c.categoryId}`]),
    ...(c.districtId === null ? [] : [`kec${c.districtId}`]),
    ...(c.subdistrictId === null ? [] : [`kel${c.subdistrictId}`]),
    `bln${monthOf(c.dayZero).replace('-', '')}`,
    ...(c.supervisory ? ['awas1'] : []),
    // the reporter's own words lie in the desk's index until it is routed: not for those they are about
    ...(c.anonymous && c.leadAgencyId === null ? complainedAbout(c).map((id) => `ttg${id}`) : []),
  ].join(' ')
