import { type CommandOf, type Notice, refuse } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { complainedAbout } from '../case/reveal.ts'
import { dismiss, reclass, start } from '../time/case-clocks.ts'
import { type Rule, tellAgency, tellReporter, tellVerifier, textRefusal } from './outcome.ts'

export const takeUp: Rule<CommandOf<'take_up'>> = (complaint, _command, ctx) => ({
  after: {
    ...complaint,
    state: 'in_progress',
    officerId: complaint.officerId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null),
  },
  notices: [tellReporter('in_progress')],
})

export const assign: Rule<CommandOf<'assign'>> = (complaint, command) => {
  if (!command.among.includes(command.officerId)) return refuse('not_allowed', 'petugas')
  if (complaint.officerId === command.officerId) return refuse('already_said', 'petugas')
  return {
    after: { ...complaint, officerId: command.officerId },
    facts: { officer: command.officerId },
  }
}

export const note: Rule<CommandOf<'note'>> = (complaint, command) =>
  textRefusal(command.text, 'catatan', 2) ?? {
    after: complaint,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
  }

export const setPriority: Rule<CommandOf<'set_priority'>> = (complaint, command) => {
  if (complaint.priority === command.priority) return refuse('already_said', 'prioritas')
  return {
    after: { ...complaint, priority: command.priority },
    facts: { priority: command.priority },
  }
}

/** Not this agency's: back to the verifier, with a word on whose it is. The settle clock runs on. */
export const returnToVerifier: Rule<CommandOf<'return'>> = (complaint, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  if (command.proposedAgencyId === null) return refuse('agency_missing', 'opd')
  if (command.proposedAgencyId === complaint.leadAgencyId) return refuse('same_agency', 'opd')
  const returned: Complaint = {
    ...dismiss(complaint, ctx, ['follow_up']),
    state: 'received',
    // whom the reporter named stays among those complained about
    aboutAgencyId:
      complaint.aboutAgencyId ?? (complaint.returns === 0 ? complaint.proposedAgencyId : null),
    formerAgencyIds: complainedAbout(complaint),
    proposedAgencyId: command.proposedAgencyId,
    leadAgencyId: null,
    supportingAgencyIds: [],
    officerId: null,
    returns: complaint.returns + 1,
  }
  return {
    after: start(reclass(returned, ctx), 'verify', ctx),
    facts: { agency: complaint.leadAgencyId, proposed: command.proposedAgencyId },
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
    notices: [...tellHolder(returned, 'returned'), tellReporter('returned')],
  }
}

/** Before it is routed a report lies with the verifiers, returned twice with the administrator. */
function tellHolder(complaint: Complaint, template: 'reminded' | 'returned'): Notice[] {
  if (complaint.leadAgencyId !== null) return tellAgency(complaint, template)
  return complaint.returns >= 2
    ? [{ to: 'admin', agencyId: null, template }]
    : [tellVerifier(template)]
}

/** The leader reminds whoever holds the report; the words stay on the desk. */
export const remind: Rule<CommandOf<'remind'>> = (complaint, command) =>
  textRefusal(command.text, 'catatan') ?? {
    after: complaint,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
    notices: tellHolder(complaint, 'reminded'),
  }
