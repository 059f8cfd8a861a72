import { refuse } from '../case/command.ts'
import { type Complaint, HANDLED_STATES, liveClock } from '../case/complaint.ts'
import { isRoutedForGood } from '../case/objection.ts'
import { complainedAbout } from '../case/reveal.ts'
import { tellHolder, tellMembers, tellReporter } from '../case/telling.ts'
import { handOver, reclass, start } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsAgency, needsWords } from './needs.ts'

export interface ReturnCommand {
  name: 'return'
  text: string
  proposedAgencyId: number | null
}

/** `agency`: who returns it; `proposed`: whose it is in their view. */
export type ReturnFacts = { agency: number | null; proposed: number | null }

export const returnToVerifier: Act<ReturnCommand, ReturnFacts> = {
  name: 'return',
  from: HANDLED_STATES,
  to: 'received',
  who: ['lead_liaison'],
  needs: [needsWords('reason', 'text'), needsAgency('proposedAgencyId')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  leaves: ({ proposedAgencyId }) => ({ facts: { proposed: proposedAgencyId } }),
  letters: {
    verifier: ['returned'],
    admin: ['returned'],
    reporter: ['returned'],
    members: ['root_returned'],
  },
  permitted: (complaint) => {
    if (liveClock(complaint, 'explain')) return refuse('explanation_owed')
    return isRoutedForGood(complaint) ? refuse('routed_for_good') : null
  },
  faults: ({ leadAgencyId }, { proposedAgencyId }) => [
    proposedAgencyId === leadAgencyId ? refuse('same_agency', 'proposedAgencyId') : null,
  ],
  rule: (complaint, command, ctx) => {
    const returned: Complaint = {
      ...handOver(complaint, ctx),
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
      notices: [
        ...tellHolder(returned, 'returned'),
        tellReporter('returned'),
        ...tellMembers(complaint, 'root_returned'),
      ],
    }
  },
}
