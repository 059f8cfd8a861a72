import {
  type CommandOf,
  type Facts,
  type Notice,
  type Refusal,
  type ReleaseDecision,
  type RouteCommand,
  type RuleContext,
  refuse,
} from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { liveClock } from '../case/complaint.ts'
import { mayShowPoint } from '../case/release.ts'
import { complainedAbout } from '../case/reveal.ts'
import { dayZero } from '../time/calendar.ts'
import { dismiss, end, reclass, start, startDecide } from '../time/case-clocks.ts'
import {
  type Outcome,
  type Rule,
  TITLE_MAX,
  tellAgency,
  tellReporter,
  textRefusal,
} from './outcome.ts'

/** Shortest clean title that says anything. */
const TITLE_MIN = 5

/** Verified and given to the agency that has the authority. */
export const route: Rule<RouteCommand> = (complaint, command, ctx) => {
  const refusal = routeRefusal(complaint, command, ctx)
  if (refusal) return refusal
  const supervisory = command.supervisory
  const classed: Complaint = {
    ...complaint,
    class: command.class,
    supervisory,
    sensitive: command.sensitive,
    // a verifier has read it
    suspectedSpam: false,
    confidential: complaint.confidential || supervisory || command.sensitive !== null,
    categoryId: command.categoryId,
    leadAgencyId: command.leadAgencyId,
    supportingAgencyIds: command.supportingAgencyIds.filter((id) => id !== command.leadAgencyId),
    aboutAgencyId: command.aboutAgencyId ?? complaint.aboutAgencyId,
    formerAgencyIds: complainedAbout(complaint),
    officerId: null,
    priority: command.priority,
    firstRoutedDay: complaint.firstRoutedDay ?? dayZero(ctx.now, ctx.calendar),
    state: 'routed',
    cameFrom: null,
    release: command.release.release
      ? { status: 'released', point: shownPoint(command.release, command.categoryId, ctx) }
      : {
          status: complaint.release.status === 'released' ? 'withdrawn' : complaint.release.status,
          point: false,
        },
  }
  const verified = reclass(end(classed, ['verify', 'complete'], ctx), ctx)
  const followed = start(dismiss(verified, ctx, ['follow_up']), 'follow_up', ctx)
  return {
    after: startDecide(followed, ctx),
    facts: routeFacts(command, complaint),
    notices: [
      ...tellAgency(followed, 'routed'),
      ...followed.supportingAgencyIds.map((agencyId) => support(agencyId)),
      tellReporter('routed'),
    ],
  }
}

function support(agencyId: number): Notice {
  return { to: 'agency', agencyId, template: 'supporting' }
}

function routeFacts(command: RouteCommand, complaint: Complaint): Facts {
  return {
    agency: command.leadAgencyId,
    support: command.supportingAgencyIds.join(','),
    class: command.class,
    classBefore: complaint.class,
    category: command.categoryId,
    supervisory: command.supervisory,
    sensitive: command.sensitive,
    about: command.aboutAgencyId ?? complaint.aboutAgencyId,
    priority: command.priority,
    released: command.release.release,
  }
}

function routeRefusal(
  complaint: Complaint,
  command: RouteCommand,
  ctx: RuleContext,
): Refusal | null {
  if (!command.leadAgencyId) return refuse('agency_missing', 'opd')
  if (command.supervisory && command.leadAgencyId !== ctx.city.inspectorateAgencyId)
    return refuse('inspectorate_only', 'opd')
  if (command.supervisory && command.supportingAgencyIds.some((id) => id !== command.leadAgencyId))
    return refuse('inspectorate_alone', 'pendukung')
  if (complaint.erased && command.release.release) return refuse('wrong_state', 'rilis')
  const unscreened = complaint.anonymous ? screenedRefusal(command) : null
  if (unscreened) return unscreened
  const willBeConfidential =
    complaint.confidential || command.supervisory || command.sensitive !== null
  return releaseRefusal(command.release, willBeConfidential)
}

/** The agency reads nothing else of an anonymous report: neither its words nor its title may be missing. */
function screenedRefusal({ screenedText, release }: RouteCommand): Refusal | null {
  const title = [...release.title.trim()].length
  if (title < TITLE_MIN) return refuse('text_too_short', 'judul_rilis')
  if (title > TITLE_MAX) return refuse('text_too_long', 'judul_rilis')
  return textRefusal(screenedText ?? '', 'teks_saring')
}

export function shownPoint(
  { point }: ReleaseDecision,
  categoryId: number | null,
  { city }: RuleContext,
): boolean {
  return point && mayShowPoint(city, categoryId)
}

/** Confidential, supervisory, sensitive and suspected spam are never public; a release has its own words. */
export function releaseRefusal(release: ReleaseDecision, never: boolean): Refusal | null {
  if (!release.release) return null
  if (never) return refuse('never_public', 'rilis')
  const title = [...release.title.trim()].length
  if (title < TITLE_MIN || title > TITLE_MAX) return refuse('release_missing', 'judul_rilis')
  return textRefusal(release.text, 'teks_rilis')
}

/** Not the city's authority: the reporter is told where and how to report. */
export const refer: Rule<CommandOf<'refer'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'teks')
  if (refusal) return refusal
  return {
    after: finished(complaint, 'referred', ctx),
    message: { kind: 'referral', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('referred')],
  }
}

export const archive: Rule<CommandOf<'archive'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  return {
    after: finished(complaint, 'archived', ctx),
    message: { kind: 'reason', audience: 'reporter', text: command.text, state: 'sent' },
    notices: [tellReporter('archived')],
  }
}

function finished(
  complaint: Complaint,
  state: 'referred' | 'archived',
  ctx: RuleContext,
): Complaint {
  return {
    ...dismiss(end(complaint, ['verify', 'complete'], ctx), ctx),
    state,
    cameFrom: null,
    release:
      complaint.release.status === 'released'
        ? { status: 'withdrawn', point: false }
        : complaint.release,
    closedAt: ctx.now,
  }
}

/** Taken from the archive: verified anew, with clocks that start today but for the sixty days. */
export const unarchive: Rule<CommandOf<'unarchive'>> = (
  complaint,
  command,
  ctx,
): Outcome | Refusal => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  const back: Complaint = {
    ...complaint,
    state: 'received',
    cameFrom: null,
    closedAt: null,
    // whoever had it before the archive stays among those complained about
    formerAgencyIds: complainedAbout(complaint),
    leadAgencyId: null,
    supportingAgencyIds: [],
    officerId: null,
  }
  const verifying = start(startDecide(back, ctx), 'verify', ctx)
  return {
    after: liveClock(verifying, 'settle') ? verifying : start(verifying, 'settle', ctx),
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
    notices: [tellReporter('unarchived')],
  }
}
