import { type Refusal, type RuleContext, refuse } from '../case/command.ts'
import type { Complaint, ComplaintClass, Priority, Sensitivity } from '../case/complaint.ts'
import type { Notice } from '../case/letters.ts'
import { waitsForCoordinator } from '../case/objection.ts'
import { type ReleaseDecision, releaseFaults, shownPoint, withdrawn } from '../case/release.ts'
import { aboutOnceReclassed, complainedAbout, isAboutInspectorate } from '../case/reveal.ts'
import { tellAgency, tellReporter } from '../case/telling.ts'
import { textRefusal } from '../case/text-refusal.ts'
import { holdsRole } from '../people/actor.ts'
import { TITLE_MAX, TITLE_MIN } from '../text/limits.ts'
import { openDay } from '../time/calendar.ts'
import { end, reclass, start } from '../time/case-clocks.ts'
import { target } from '../time/target.ts'
import type { Act } from './act.ts'
import { needsAgency, needsCategory, needsClass, needsRelease } from './needs.ts'

export interface RouteCommand {
  name: 'route'
  class: ComplaintClass
  supervisory: boolean
  sensitive: Sensitivity | null
  categoryId: number
  leadAgencyId: number
  supportingAgencyIds: number[]
  aboutAgencyId: number | null
  /** Those of its agencies in which nobody could take it up. */
  unstaffed?: readonly number[]
  priority: Priority
  release: ReleaseDecision
  /** What the agency is given of an anonymous report; required there, with the clean title. */
  screenedText: string | null
}

export type RouteFacts = {
  agency: number
  /** Ids with commas between them. */
  support: string
  class: ComplaintClass
  classBefore: ComplaintClass
  category: number
  supervisory: boolean
  sensitive: Sensitivity | null
  about: number | null
  priority: Priority
  released: boolean
}

export const route: Act<RouteCommand, RouteFacts> = {
  name: 'route',
  from: ['received'],
  to: 'routed',
  who: ['verifier', 'coordinator'],
  needs: [needsClass, needsCategory, needsAgency('leadAgencyId'), needsRelease],
  undoable: true,
  onceErased: true,
  publicStep: true,
  beginsWork: true,
  words: ['release'],
  letters: { agency: ['routed', 'supporting'], reporter: ['routed'] },
  permitted: coordinatorRoutes,
  leaves: (command) => ({ facts: decidedIn(command) }),
  faults: routeFaults,
  rule: (complaint, command, ctx) => {
    const after = routed(complaint, command, ctx)
    return {
      after,
      facts: factsOf(command, complaint),
      notices: [
        ...tellAgency(after, 'routed'),
        ...after.supportingAgencyIds.map(support),
        tellReporter('routed'),
      ],
    }
  },
}

/** From the second return on, or on an objection, only the city administrator; else a verifier. */
function coordinatorRoutes(complaint: Complaint, { actor, now }: RuleContext): Refusal | null {
  if (actor.kind !== 'staff') return refuse('not_allowed')
  if (waitsForCoordinator(complaint))
    return holdsRole(actor, 'admin', now) ? null : refuse('coordinator_only')
  return holdsRole(actor, 'verifier', now) ? null : refuse('not_allowed')
}

function routeFaults(
  complaint: Complaint,
  command: RouteCommand,
  ctx: RuleContext,
): (Refusal | null)[] {
  const { supervisory, supportingAgencyIds, leadAgencyId, release } = command
  const helped = supportingAgencyIds.some((id) => id !== leadAgencyId)
  return [
    supervisory ? supervisorRefusal(complaint, command, ctx) : null,
    supervisory && helped ? refuse('inspectorate_alone', 'supportingAgencyIds') : null,
    ...unstaffedFaults(command),
    complaint.erased && release.release ? refuse('wrong_state', 'release.release') : null,
    ...(complaint.anonymous ? screenedFaults(command) : []),
    ...releaseFaults(release, isKept(complaint, command)),
  ]
}

/** Inspektorat, or the mayor's delegate where the case is about Inspektorat, whoever named it. */
function supervisorRefusal(
  complaint: Complaint,
  command: RouteCommand,
  { city }: RuleContext,
): Refusal | null {
  const about =
    isAboutInspectorate(complaint, city) || command.aboutAgencyId === city.inspectorateAgencyId
  const supervisor = about ? city.delegateAgencyId : city.inspectorateAgencyId
  if (about && supervisor === null) return refuse('delegate_missing', 'leadAgencyId')
  if (command.leadAgencyId === supervisor) return null
  return refuse(about ? 'delegate_only' : 'inspectorate_only', 'leadAgencyId')
}

function unstaffedFaults(command: RouteCommand): (Refusal | null)[] {
  const { unstaffed = [], leadAgencyId, supportingAgencyIds } = command
  const helpless = supportingAgencyIds.some((id) => id !== leadAgencyId && unstaffed.includes(id))
  return [
    unstaffed.includes(leadAgencyId) ? refuse('agency_unstaffed', 'leadAgencyId') : null,
    helpless ? refuse('agency_unstaffed', 'supportingAgencyIds') : null,
  ]
}

/** The agency reads nothing else of an anonymous report: neither may be missing. */
function screenedFaults({ screenedText, release }: RouteCommand): (Refusal | null)[] {
  const title = [...release.title.trim()].length
  return [
    title < TITLE_MIN ? refuse('text_too_short', 'release.title') : null,
    title > TITLE_MAX ? refuse('text_too_long', 'release.title') : null,
    textRefusal(screenedText ?? '', 'screenedText'),
  ]
}

function isKept(complaint: Complaint, command: RouteCommand): boolean {
  return complaint.confidential || command.supervisory || command.sensitive !== null
}

function routed(complaint: Complaint, command: RouteCommand, ctx: RuleContext): Complaint {
  const classed: Complaint = {
    ...complaint,
    class: command.class,
    supervisory: command.supervisory,
    sensitive: command.sensitive,
    // a verifier has read it
    suspectedSpam: false,
    quarantined: false,
    confidential: isKept(complaint, command),
    categoryId: command.categoryId,
    leadAgencyId: command.leadAgencyId,
    supportingAgencyIds: command.supportingAgencyIds.filter((id) => id !== command.leadAgencyId),
    aboutAgencyId: named(complaint, command, ctx),
    formerAgencyIds: complainedAbout({
      ...complaint,
      formerAgencyIds: [...complaint.formerAgencyIds, ...passedOver(complaint, command, ctx)],
    }),
    officerId: null,
    priority: command.priority,
    firstRoutedDay: complaint.firstRoutedDay ?? openDay(ctx.now, ctx.calendar),
    state: 'routed',
    cameFrom: null,
    objection: complaint.objection === 'open' ? 'upheld' : complaint.objection,
    lapsed: false,
    release: command.release.release
      ? { status: 'released', point: shownPoint(command.release, command.categoryId, ctx) }
      : { ...withdrawn(complaint.release), point: false },
  }
  const judged = end(classed, ['verify', 'complete', 'objection'], ctx)
  return start(reclass(target(judged, complaint, ctx), ctx), 'follow_up', ctx)
}

/** A report that names Inspektorat stays one about it, whom else a later routing names. */
function named(complaint: Complaint, command: RouteCommand, { city }: RuleContext): number | null {
  return isAboutInspectorate(complaint, city)
    ? city.inspectorateAgencyId
    : (command.aboutAgencyId ?? aboutOnceReclassed(complaint, command.class))
}

function passedOver(complaint: Complaint, command: RouteCommand, ctx: RuleContext): number[] {
  const { aboutAgencyId } = command
  return aboutAgencyId === null || aboutAgencyId === named(complaint, command, ctx)
    ? []
    : [aboutAgencyId]
}

function support(agencyId: number): Notice {
  return { to: 'agency', agencyId, template: 'supporting' }
}

function factsOf(command: RouteCommand, complaint: Complaint): RouteFacts {
  return {
    about: complaint.aboutAgencyId,
    classBefore: complaint.class,
    ...decidedIn(command),
  }
}

/** Which agency the reporter named besides stays where the command names none. */
function decidedIn(command: RouteCommand) {
  return {
    agency: command.leadAgencyId,
    support: command.supportingAgencyIds.join(','),
    class: command.class,
    category: command.categoryId,
    supervisory: command.supervisory,
    sensitive: command.sensitive,
    ...(command.aboutAgencyId === null ? {} : { about: command.aboutAgencyId }),
    priority: command.priority,
    released: command.release.release,
  }
}
