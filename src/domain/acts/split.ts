import { type MessageDraft, type RuleContext, refuse } from '../case/command.ts'
import { type Complaint, isHandingOn, liveClock } from '../case/complaint.ts'
import { needsScreen, tellReporter } from '../case/telling.ts'
import { textRefusal } from '../case/text-refusal.ts'
import { heldTo, reclass, start, takeBack } from '../time/case-clocks.ts'
import { targetAgain } from '../time/target.ts'
import type { IsoDate } from '../time/time.ts'
import { toldDay } from '../time/told-day.ts'
import type { NoFacts, PairAct } from './act.ts'
import type { Needed } from './needs.ts'
import { type PartFacts, part } from './part.ts'

export interface SplitCommand {
  name: 'split'
  root: Complaint
  /** Days that roots had promised which it was under before this one. */
  told?: readonly IsoDate[]
  /** Why; a timer has no words. */
  text?: string
}

const needsReason: Needed<SplitCommand> = {
  need: 'reason',
  of: 'text',
  refusal: ({ text }, _before, { actor }) =>
    actor.kind === 'timer' ? null : textRefusal(text ?? '', 'text'),
}

export const split: PairAct<SplitCommand, NoFacts, PartFacts> = {
  name: 'split',
  from: ['merged'],
  to: 'back',
  who: ['verifier', 'lead_liaison', 'reporter', 'timer'],
  needs: [needsReason],
  undoable: false,
  onceErased: true,
  leaves: ({ text = '' }) => ({ text }),
  letters: { reporter: ['split'] },
  onRoot: part,
  // whoever may split the member may part it from the root, whose desk may be another's
  asksRoot: false,
  permitted: (complaint) => (isHandingOn(complaint) ? refuse('still_moving') : null),
  rule: (complaint, { root, told = [], text }, ctx) => {
    const state = complaint.cameFrom ?? 'received'
    const own: Complaint = { ...complaint, rootId: complaint.id, state, cameFrom: null }
    const back = heldTo(
      reclass(takeBack(own, 'cluster', ctx), ctx),
      earliest([...told, toldDay(root)]),
      ctx,
    )
    // a closing of its own no longer stands: that outcome stays beside a new clock
    const begun = liveClock(back, 'settle') ? back : start(targetAgain(back, ctx), 'settle', ctx)
    return {
      after: needsVerifying(begun) ? start(begun, 'verify', ctx) : begun,
      ...(text ? { message: reasonOf(complaint, text, ctx) } : {}),
      notices: [tellReporter('split')],
    }
  },
}

function reasonOf(complaint: Complaint, text: string, { actor }: RuleContext): MessageDraft {
  const screened = actor.kind === 'reporter' && needsScreen(complaint)
  return { kind: 'reason', audience: 'reporter', text, state: screened ? 'screening' : 'sent' }
}

function needsVerifying(complaint: Complaint): boolean {
  return complaint.state === 'received' && !liveClock(complaint, 'verify')
}

/** Each of them stood on the member's page; '' was none. */
function earliest(days: readonly IsoDate[]): IsoDate {
  return days.filter((day) => day !== '').sort()[0] ?? ''
}
