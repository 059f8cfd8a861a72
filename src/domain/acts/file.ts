import type { RuleContext } from '../case/command.ts'
import {
  type Channel,
  type Complaint,
  type ComplaintClass,
  isTest,
  liveClock,
  type Sensitivity,
} from '../case/complaint.ts'
import { suspectsSpam } from '../case/spam.ts'
import { tellReporter } from '../case/telling.ts'
import { agenciesOfLate } from '../people/actor.ts'
import { TEXT_MIN } from '../text/limits.ts'
import { dayZero } from '../time/calendar.ts'
import { start, startDecide } from '../time/case-clocks.ts'
import type { IsoDate } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsDate, needsWords } from './needs.ts'

export interface FileCommand {
  name: 'file'
  id: number
  reference: string
  class: ComplaintClass
  categoryId: number | null
  districtId: number | null
  subdistrictId: number | null
  proposedAgencyId: number | null
  anonymous: boolean
  confidential: boolean
  channel: Channel
  hasKeyHolder: boolean
  incidentDay: IsoDate
  text: string
  /** Nothing flagged by the word list is public by default. */
  sensitive: Sensitivity | null
  /** Above what one address may file: it waits apart. */
  quarantined?: boolean
}

export type FileFacts = {
  class: ComplaintClass
  channel: Channel
  category: number | null
  subdistrict: number | null
  anonymous: boolean
  confidential: boolean
  dayZero: IsoDate
  incidentDay: IsoDate
  verifyBy: IsoDate | null
  settleBy: IsoDate | null
  quarantined: boolean
}

export const file: Act<FileCommand, FileFacts, null> = {
  name: 'file',
  from: [],
  to: 'received',
  who: ['anyone'],
  needs: [needsWords('text', 'text', TEXT_MIN), needsDate],
  undoable: false,
  onceErased: true,
  publicStep: true,
  letters: { reporter: ['received'] },
  rule: (_before, command, ctx) => {
    const day = dayZero(ctx.now, ctx.calendar)
    const judged = start(start(blank(command, ctx, day), 'verify', ctx), 'complete', ctx)
    const complaint = startDecide(start(judged, 'settle', ctx), ctx)
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
        quarantined: complaint.quarantined,
      },
      notices: [tellReporter('received')],
    }
  },
}

export function blank(command: FileCommand, ctx: RuleContext, day: string): Complaint {
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
    quarantined: command.quarantined ?? false,
    anonymous: command.anonymous,
    confidential: command.confidential || isTest(command),
    channel: command.channel,
    hasKeyHolder: command.hasKeyHolder,
    filedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    keySeenBy:
      ctx.actor.kind === 'staff' && command.hasKeyHolder
        ? agenciesOfLate(ctx.actor, ctx.now)
        : null,
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
    dayZero: day,
    firstRoutedDay: null,
    returns: 0,
    objection: null,
    disputes: 0,
    firstAnswerDays: null,
    closeDays: null,
    everLate: false,
    closedAt: null,
    lapsed: false,
    unheard: false,
    rating: null,
    draft: null,
    erased: false,
    release: { status: 'none', point: false },
    clocks: [],
  }
}
