import type { LetterTo } from '../db/outbox.ts'
import { type Group, hasAnybody } from '../db/recipients.ts'
import { accused } from '../domain/case/reveal.ts'
import { agencyById, type City, rulesOf } from '../domain/city/city.ts'
import type { Role } from '../domain/people/actor.ts'
import { LATELY_DAYS } from '../domain/people/grants.ts'
import { DAY } from '../domain/time/time.ts'
import type { Asking } from './recipients.ts'
import { letterRow } from './table.ts'

export type StaffTo = Exclude<
  LetterTo,
  'reporter' | 'members' | 'outside' | 'mailbox' | 'old_address' | 'new_address' | 'person'
>

export interface Audience {
  group: Group
  /** They stand in for others who do not exist. */
  instead: boolean
}

type Who = Omit<Group, 'barred' | 'endedSince'>

/** The first of those whom it may go to who has anybody (docs/rules.md, Whom a letter reaches). */
export async function audienceOf(asking: Asking, to: StaffTo): Promise<Audience | null> {
  const { lately } = letterRow(asking.row.template)
  const endedSince = lately ? asking.now - LATELY_DAYS * DAY : asking.now
  for (const [i, who] of whoseTurn(asking, to).entries()) {
    const group = { ...who, endedSince, barred: barredFrom(asking, to, i) }
    if (await hasAnybody(asking.db, group, asking.now)) return { group, instead: i > 0 }
  }
  return null
}

function whoseTurn(asking: Asking, to: StaffTo): Who[] {
  const { row, found, city } = asking
  const complaint = found?.complaint
  const agencyId = row.agencyId ?? complaint?.leadAgencyId ?? 0
  const above = complaint?.supervisory
    ? [inspectorate(city), of('leader')]
    : parents(city, agencyId)
  switch (to) {
    case 'agency':
      return [liaisons(asking, agencyId), ...above, of('admin')]
    case 'officer': {
      const officer = { agencyIds: [agencyId], roles: [], officerId: complaint?.officerId ?? null }
      return [officer, liaisons(asking, agencyId), ...above, of('admin')]
    }
    case 'head': {
      const { roles } = liaisons(asking, agencyId)
      const instead = { agencyIds: [agencyId, 0], roles: [...roles, 'admin' as const] }
      return [of('head', [agencyId]), { ...instead, officerId: null }, ...above]
    }
    case 'inspectorate':
      return [inspectorate(city), of('leader'), of('admin')]
    case 'auditor':
      return [of('auditor'), of('leader'), of('admin')]
    case 'leader':
      return [of('leader'), of('admin')]
    case 'verifier':
      return [of('verifier'), of('admin'), of('leader')]
    case 'admin':
      return [of('admin'), of('leader')]
    default:
      // one whom an older version wrote to, and nobody knows any more
      return [of('admin'), of('leader')]
  }
}

function of(role: Role, agencyIds: readonly number[] = [0]): Who {
  return { agencyIds, roles: [role], officerId: null }
}

function inspectorate(city: City): Who {
  const { inspectorateAgencyId } = rulesOf(city)
  return of('inspectorate', inspectorateAgencyId === null ? [0] : [0, inspectorateAgencyId])
}

function liaisons({ row, found }: Asking, agencyId: number): Who {
  const concerned = letterRow(row.template).officer
  const officerId = concerned ? (found?.complaint.officerId ?? null) : null
  return { agencyIds: [agencyId], roles: ['liaison', 'inspectorate'], officerId }
}

/** Each agency that this one is a unit of, the nearest first. */
function parents(city: City, agencyId: number, seen: readonly number[] = [agencyId]): Who[] {
  const parentId = agencyById(city, agencyId)?.parentId ?? null
  if (parentId === null || seen.includes(parentId)) return []
  return [of('liaison', [parentId]), ...parents(city, parentId, [...seen, parentId])]
}

/** A supervisory case is told to nobody whom it accuses; its own agency was chosen for it. */
function barredFrom({ found, city }: Asking, to: StaffTo, turn: number): number[] {
  const complaint = found?.complaint
  const holders = turn === 0 && (to === 'agency' || to === 'officer' || to === 'head')
  return complaint?.supervisory && !holders ? accused(complaint, rulesOf(city)) : []
}
