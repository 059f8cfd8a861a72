import type { Complaint } from '../case/complaint.ts'
import { complainedAbout } from '../case/reveal.ts'
import { tellReporter } from '../case/telling.ts'
import { reclass, start, takeBack } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface UnarchiveCommand {
  name: 'unarchive'
  text: string
}

export const unarchive: Act<UnarchiveCommand> = {
  name: 'unarchive',
  from: ['archived'],
  to: 'received',
  who: ['verifier'],
  needs: [needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { reporter: ['unarchived'] },
  rule: (complaint, command, ctx) => {
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
    return {
      after: start(reclass(takeBack(back, 'archive', ctx), ctx), 'verify', ctx),
      message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
      notices: [tellReporter('unarchived')],
    }
  },
}
