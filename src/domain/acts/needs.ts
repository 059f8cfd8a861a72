import { type Property, type Refusal, type RuleContext, refuse } from '../case/command.ts'
import { CLASSES, type Complaint, type ComplaintClass, isRoot } from '../case/complaint.ts'
import type { ReleaseDecision } from '../case/release.ts'
import { textRefusal } from '../case/text-refusal.ts'
import { isScore } from '../figures/satisfaction.ts'
import { addDays, dateOf, type IsoDate, isIsoDate } from '../time/time.ts'

export type Need =
  | 'text'
  | 'reason'
  | 'question'
  | 'class'
  | 'category'
  | 'agency'
  | 'release'
  | 'evidence'
  | 'root'
  | 'date'
  | 'officer'
  | 'file'
  | 'score'

export interface Needed<C, B = unknown> {
  need: Need
  of: Property
  refusal: (command: C, before: B, ctx: RuleContext) => Refusal | null
}

export function needsWords<K extends 'text' | 'reason'>(
  need: 'text' | 'reason' | 'question',
  of: K,
  least?: number,
): Needed<Record<K, string>> {
  return { need, of, refusal: (command) => textRefusal(command[of] ?? '', of, least) }
}

export function needsAgency<K extends 'leadAgencyId' | 'proposedAgencyId'>(
  of: K,
): Needed<Record<K, number | null>> {
  return {
    need: 'agency',
    of,
    refusal: (command) => (command[of] ? null : refuse('agency_missing', of)),
  }
}

export const needsDate: Needed<{ incidentDay: IsoDate }> = {
  need: 'date',
  of: 'incidentDay',
  refusal: ({ incidentDay }, _before, { now, calendar }) => {
    if (!isIsoDate(incidentDay ?? '')) return refuse('incomplete', 'incidentDay')
    return incidentDay > dateOf(now, calendar.offset)
      ? refuse('incident_in_future', 'incidentDay')
      : null
  },
}

/** Beyond it a year was mistyped. */
const FURTHEST_PROMISE_DAYS = 366

export const needsPromisedDay: Needed<{ day: IsoDate }> = {
  need: 'date',
  of: 'day',
  refusal: ({ day }, _before, { now, calendar }) => {
    if (!isIsoDate(day ?? '')) return refuse('incomplete', 'day')
    const today = dateOf(now, calendar.offset)
    return day <= today || day > addDays(today, FURTHEST_PROMISE_DAYS)
      ? refuse('day_out_of_range', 'day')
      : null
  },
}

export const needsClass: Needed<{ class: ComplaintClass }> = {
  need: 'class',
  of: 'class',
  refusal: (command) => (CLASSES.includes(command.class) ? null : refuse('incomplete', 'class')),
}

export const needsCategory: Needed<{ categoryId: number }> = {
  need: 'category',
  of: 'categoryId',
  refusal: ({ categoryId }) => (categoryId ? null : refuse('incomplete', 'categoryId')),
}

export const needsRelease: Needed<{ release: ReleaseDecision }> = {
  need: 'release',
  of: 'release',
  refusal: ({ release }) =>
    typeof release?.release === 'boolean' ? null : refuse('release_missing', 'release.release'),
}

const SHORTEST_VISIT_NOTES = 10

export function isVisit(visit: string | null): boolean {
  return visit !== null && visit.trim().length >= SHORTEST_VISIT_NOTES
}

/** A complaint needs a file or a visit; a request or aspiration is answered by the answer itself. */
export const needsEvidence: Needed<{ evidenceFiles: number; visit: string | null }, Complaint> = {
  need: 'evidence',
  of: 'evidenceFiles',
  refusal: ({ evidenceFiles, visit }, complaint) =>
    complaint.class === 'complaint' && !(evidenceFiles >= 1) && !isVisit(visit)
      ? refuse('evidence_missing', 'evidenceFiles')
      : null,
}

export const needsRoot: Needed<{ root: Complaint }> = {
  need: 'root',
  of: 'root',
  refusal: ({ root }) => (root && isRoot(root) ? null : refuse('not_a_root', 'root')),
}

export const needsOfficer: Needed<{ officerId: string; among: readonly string[] }> = {
  need: 'officer',
  of: 'officerId',
  refusal: ({ officerId, among }) =>
    among.includes(officerId) ? null : refuse('not_allowed', 'officerId'),
}

export const needsFile: Needed<{ attachmentId: string; digest: string }> = {
  need: 'file',
  of: 'attachmentId',
  refusal: ({ attachmentId, digest }) =>
    attachmentId && digest ? null : refuse('incomplete', 'attachmentId'),
}

export const needsScore: Needed<{ score: number }> = {
  need: 'score',
  of: 'score',
  refusal: ({ score }) => (isScore(score) ? null : refuse('score_out_of_range', 'score')),
}
