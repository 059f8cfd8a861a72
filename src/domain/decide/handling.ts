import { dismiss, reclass, start } from '../case-clocks.ts'
import { type CommandOf, type Notice, refuse } from '../command.ts'
import type { Complaint } from '../complaint.ts'
import { complainedAbout } from '../reveal.ts'
import { type Rule, tellAgency, tellReporter, tellVerifier, textRefusal } from './outcome.ts'

export const takeUp: Rule<CommandOf<'take_up'>> = (c, _command, ctx) => ({
  after: {
    ...c,
    state: 'in_progress',
    officerId: c.officerId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null),
  },
  notices: [tellReporter('in_progress')],
})

export const assign: Rule<CommandOf<'assign'>> = (c, command) => {
  if (!command.among.includes(command.officerId)) return refuse('not_allowed', 'petugas')
  if (c.officerId === command.officerId) return refuse('already_said', 'petugas')
  return { after: { ...c, officerId: command.officerId }, facts: { officer: command.officerId } }
}

export const note: Rule<CommandOf<'note'>> = (c, command) =>
  textRefusal(command.text, 'catatan', 2) ?? {
    after: c,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
  }

export const setPriority: Rule<CommandOf<'set_priority'>> = (c, command) => {
  if (c.priority === command.priority) return refuse('already_said', 'prioritas')
  return { after: { ...c, priority: command.priority }, facts: { priority: command.priority } }
}

/** Not this agency's: back to the verifier, with a word on whose it is. The settle clock runs on. */
export const returnToVerifier: Rule<CommandOf<'return'>> = (c, command, ctx) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  if (command.proposedAgencyId === null) return refuse('agency_missing', 'opd')
  if (command.proposedAgencyId === c.leadAgencyId) return refuse('same_agency', 'opd')
  const returned: Complaint = {
    ...dismiss(c, ctx, ['follow_up']),
    state: 'received',
    // whom the reporter named stays among those complained about
    aboutAgencyId: c.aboutAgencyId ?? (c.returns === 0 ? c.proposedAgencyId : null),
    formerAgencyIds: complainedAbout(c),
    proposedAgencyId: command.proposedAgencyId,
    leadAgencyId: null,
    supportingAgencyIds: [],
    officerId: null,
    returns: c.returns + 1,
  }
  return {
    after: start(reclass(returned, ctx), 'verify', ctx),
    facts: { agency: c.leadAgencyId, proposed: command.proposedAgencyId },
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
    notices: [...tellHolder(returned, 'returned'), tellReporter('returned')],
  }
}

/** Before it is routed a report lies with the verifiers, returned twice with the administrator. */
const tellHolder = (c: Complaint, template: 'reminded' | 'returned'): Notice[] => {
  if (c.leadAgencyId !== null) return tellAgency(c, template)
  return c.returns >= 2 ? [{ to: 'admin', agencyId: null, template }] : [tellVerifier(template)]
}

/** The leader reminds whoever holds the report; the words stay on the desk. */
export const remind: Rule<CommandOf<'remind'>> = (c, command) =>
  textRefusal(command.text, 'catatan') ?? {
    after: c,
    message: { kind: 'note', audience: 'staff', text: command.text, state: 'sent' },
    notices: tellHolder(c, 'reminded'),
  }
