import { refuse } from '../case/command.ts'
import { type ComplaintClass, OPEN_STATES } from '../case/complaint.ts'
import { aboutOnceReclassed } from '../case/reveal.ts'
import { tellAgency, tellReporter } from '../case/telling.ts'
import { reclass } from '../time/case-clocks.ts'
import type { Act } from './act.ts'
import { needsClass, needsWords } from './needs.ts'

export interface ChangeClassCommand {
  name: 'change_class'
  class: ComplaintClass
  text: string
}

export type ChangeClassFacts = { class: ComplaintClass; classBefore: ComplaintClass }

/** Reckoned anew from the same start: what was late by then stays known as late. */
export const changeClass: Act<ChangeClassCommand, ChangeClassFacts> = {
  name: 'change_class',
  from: OPEN_STATES,
  to: 'same',
  who: ['verifier'],
  needs: [needsClass, needsWords('reason', 'text')],
  undoable: true,
  onceErased: true,
  words: ['text'],
  letters: { reporter: ['reclassed'], agency: ['reclassed'] },
  leaves: (command) => ({ facts: { class: command.class } }),
  faults: (complaint, command) => [
    command.class === complaint.class ? refuse('already_said', 'class') : null,
  ],
  rule: (complaint, command, ctx) => {
    const aboutAgencyId = aboutOnceReclassed(complaint, command.class)
    return {
      after: reclass({ ...complaint, class: command.class, aboutAgencyId }, ctx),
      facts: { class: command.class, classBefore: complaint.class },
      message: { kind: 'reason', audience: 'reporter', text: command.text, state: 'sent' },
      notices: [tellReporter('reclassed'), ...tellAgency(complaint, 'reclassed')],
    }
  },
}
