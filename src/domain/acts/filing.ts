import { type FileCommand, type Refusal, type RuleContext, refuse } from '../case/command.ts'
import { type Complaint, liveClock } from '../case/complaint.ts'
import { suspectsSpam } from '../case/spam.ts'
import { dayZero, workingDayOnOrAfter } from '../time/calendar.ts'
import { start } from '../time/case-clocks.ts'
import { dateOf } from '../time/time.ts'
import { type Outcome, TEXT_MIN, tellReporter, textRefusal } from './outcome.ts'

/** A report is received: verify, completeness and settle run from its day 0. */
export function file(command: FileCommand, ctx: RuleContext): Outcome | Refusal {
  const short = textRefusal(command.text, 'isi', TEXT_MIN)
  if (short) return short
  const today = dateOf(ctx.now, ctx.calendar.offset)
  if (command.incidentDay > today) return refuse('incident_in_future', 'tanggal')
  const day = dayZero(ctx.now, ctx.calendar)
  const complaint = start(
    start(start(blank(command, ctx, day), 'verify', ctx), 'complete', ctx),
    'settle',
    ctx,
  )
  return {
    after: complaint,
    facts: {
      class: complaint.class,
      channel: complaint.channel,
      category: complaint.categoryId,
      subdistrict: complaint.subdistrictId,
      anonymous: complaint.anonymous,
      confidential: complaint.confidential,
      dayZero: day,
      incidentDay: command.incidentDay,
      verifyBy: liveClock(complaint, 'verify')?.dueDay ?? null,
      settleBy: liveClock(complaint, 'settle')?.dueDay ?? null,
    },
    notices: [tellReporter('received')],
  }
}

function blank(command: FileCommand, ctx: RuleContext, day: string): Complaint {
  return {
    id: command.id,
    reference: command.reference,
    version: 0,
    lastHash: '',
    rootId: command.id,
    clusterSize: 1,
    state: 'received',
    cameFrom: null,
    class: command.class,
    supervisory: false,
    sensitive: command.sensitive,
    suspectedSpam: suspectsSpam(command.text),
    anonymous: command.anonymous,
    confidential: command.confidential,
    channel: command.channel,
    hasKeyHolder: command.hasKeyHolder,
    filedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    categoryId: command.categoryId,
    districtId: command.districtId,
    subdistrictId: command.subdistrictId,
    proposedAgencyId: command.proposedAgencyId,
    aboutAgencyId: null,
    formerAgencyIds: [],
    leadAgencyId: null,
    supportingAgencyIds: [],
    officerId: null,
    priority: 'normal',
    receivedAt: ctx.now,
    dayZero: workingDayOnOrAfter(day, ctx.calendar),
    firstRoutedDay: null,
    returns: 0,
    disputes: 0,
    firstAnswerDays: null,
    closeDays: null,
    everLate: false,
    closedAt: null,
    rating: null,
    erased: false,
    release: { status: 'none', point: false },
    clocks: [],
  }
}
