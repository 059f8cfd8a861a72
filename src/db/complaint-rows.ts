import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import { type Complaint, isUncounted, type State } from '../domain/case/complaint.ts'
import { complainedAbout } from '../domain/case/reveal.ts'
import { numberTokens } from '../domain/text/reference.ts'
import type { Clock } from '../domain/time/clocks.ts'
import { monthOf } from '../domain/time/time.ts'
import type { clock, complaint } from './schema/complaint.ts'

export type ComplaintRow = InferSelectModel<typeof complaint>
export type ComplaintInsert = InferInsertModel<typeof complaint>
type ClockRow = InferSelectModel<typeof clock>

export function toComplaint(row: ComplaintRow, clocks: ClockRow[], filerLeft?: boolean): Complaint {
  return {
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
    quarantined: row.quarantined,
    anonymous: row.anonymous,
    confidential: row.confidential,
    channel: row.channel as Complaint['channel'],
    hasKeyHolder: row.hasKeyHolder,
    filedBy: row.filedBy,
    keySeenBy: row.keySeenBy === null ? null : (JSON.parse(row.keySeenBy) as number[]),
    ...(filerLeft && !row.hasKeyHolder ? { filerLeft } : {}),
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
    objection: row.objection,
    disputes: row.disputes,
    firstAnswerDays: row.firstAnswerDays,
    closeDays: row.closeDays,
    everLate: row.everLate,
    closedAt: row.closedAt,
    lapsed: row.lapsed,
    ...(row.toldDay === null ? {} : { told: { day: row.toldDay, ended: row.toldEnd } }),
    unheard: row.unheard,
    rating: row.rating,
    draft: toDraft(row),
    erased: row.erased,
    release: {
      status: row.releaseStatus as Complaint['release']['status'],
      point: row.releasePoint,
    },
    clocks: clocks.map(toClock),
  }
}

function toDraft({ draftSeq, draftKind, draftBy }: ComplaintRow): Complaint['draft'] {
  return draftSeq === null || draftKind === null
    ? null
    : { seq: draftSeq, kind: draftKind, by: draftBy ?? '' }
}

function toClock({ complaintId: _, watched: _watched, ...row }: ClockRow): Clock {
  return {
    ...row,
    kind: row.kind as Clock['kind'],
    holder: row.holder as Clock['holder'],
    unit: row.unit as Clock['unit'],
    status: row.status as Clock['status'],
  }
}

export function toColumns(complaint: Complaint) {
  return {
    id: complaint.id,
    reference: complaint.reference,
    version: complaint.version,
    lastHash: complaint.lastHash,
    rootId: complaint.rootId,
    clusterSize: complaint.clusterSize,
    state: complaint.state,
    cameFrom: complaint.cameFrom,
    class: complaint.class,
    supervisory: complaint.supervisory,
    sensitive: complaint.sensitive,
    suspectedSpam: complaint.suspectedSpam,
    quarantined: complaint.quarantined,
    anonymous: complaint.anonymous,
    confidential: complaint.confidential,
    channel: complaint.channel,
    hasKeyHolder: complaint.hasKeyHolder,
    filedBy: complaint.filedBy,
    // what stood before an undo may be older than the column
    keySeenBy: complaint.keySeenBy ? JSON.stringify(complaint.keySeenBy) : null,
    categoryId: complaint.categoryId,
    districtId: complaint.districtId,
    subdistrictId: complaint.subdistrictId,
    proposedAgencyId: complaint.proposedAgencyId,
    aboutAgencyId: complaint.aboutAgencyId,
    leadAgencyId: complaint.leadAgencyId,
    supporting: JSON.stringify(complaint.supportingAgencyIds),
    formerAgencies: JSON.stringify(complaint.formerAgencyIds),
    officerId: complaint.officerId,
    priority: complaint.priority,
    receivedAt: complaint.receivedAt,
    dayZero: complaint.dayZero,
    firstRoutedDay: complaint.firstRoutedDay,
    returns: complaint.returns,
    objection: complaint.objection ?? null,
    disputes: complaint.disputes,
    firstAnswerDays: complaint.firstAnswerDays,
    closeDays: complaint.closeDays,
    everLate: complaint.everLate,
    closedAt: complaint.closedAt,
    lapsed: complaint.lapsed ?? false,
    toldDay: complaint.told?.day ?? null,
    toldEnd: complaint.told?.ended ?? null,
    unheard: complaint.unheard ?? false,
    rating: complaint.rating,
    draftSeq: complaint.draft?.seq ?? null,
    draftKind: complaint.draft?.kind ?? null,
    draftBy: complaint.draft?.by ?? null,
    erased: complaint.erased,
    releaseStatus: complaint.release.status,
    releasePoint: complaint.release.point,
    tokens: tokensOf(complaint),
  }
}

/**
 * Raise it when `tokensOf` says more than before: `reindex` then brings it to reports from before, and
 * puts them on the desk where they would lie now.
 */
export const INDEXED_AS = 1

/** No underscore in a facet: the tokenizer splits there (docs/data.md, Lists that stay flat). */
export function stateToken(state: State): string {
  return `st${state.replaceAll('_', '')}`
}

export function tokensOf(complaint: Complaint): string {
  return [
    ...(complaint.leadAgencyId === null ? ['opd0'] : [`opd${complaint.leadAgencyId}`]),
    ...complaint.supportingAgencyIds.map((id) => `opd${id}`),
    stateToken(complaint.state),
    `kls${complaint.class}`,
    ...(complaint.categoryId === null ? [] : [`kat${complaint.categoryId}`]),
    ...(complaint.districtId === null ? [] : [`kec${complaint.districtId}`]),
    ...(complaint.subdistrictId === null ? [] : [`kel${complaint.subdistrictId}`]),
    `bln${monthOf(complaint.dayZero).replace('-', '')}`,
    ...(complaint.supervisory ? ['awas1'] : []),
    ...(isUncounted(complaint) ? ['luar1'] : []),
    ...numberTokens(complaint.reference),
    // until it is routed the reporter's own words lie in the index: not for those they are about
    ...(complaint.anonymous && complaint.leadAgencyId === null
      ? complainedAbout(complaint).map((id) => `ttg${id}`)
      : []),
  ].join(' ')
}
