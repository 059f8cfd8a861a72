import { type Refusal, type RuleContext, refuse } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import { isObjectable } from '../case/heard.ts'
import { objectUntil } from '../case/objection.ts'
import { complainedAbout } from '../case/reveal.ts'
import { needsScreen, tellHolder } from '../case/telling.ts'
import { end, reclass, start, takeBack } from '../time/case-clocks.ts'
import { dateOf } from '../time/time.ts'
import type { Act } from './act.ts'
import { needsWords } from './needs.ts'

export interface ObjectCommand {
  name: 'object'
  text: string
}

/** Once, against an end that was not an answer: the city administrator decides anew. */
export const object: Act<ObjectCommand> = {
  name: 'object',
  from: ['referred', 'archived', 'withdrawn'],
  to: 'received',
  who: ['reporter'],
  needs: [needsWords('reason', 'text')],
  undoable: false,
  onceErased: false,
  ownKey: true,
  onBehalf: ({ text }) => ({ name: 'object', text }),
  wish: 'go_on',
  letters: { admin: ['objected'] },
  permitted: objectRefusal,
  rule: (complaint, command, ctx) => {
    const back: Complaint = {
      ...complaint,
      state: 'received',
      cameFrom: complaint.state,
      closedAt: null,
      objection: 'open',
      // whoever had it before stays among those complained about
      formerAgencyIds: complainedAbout(complaint),
      leadAgencyId: null,
      supportingAgencyIds: [],
      officerId: null,
    }
    // nobody verifies it again
    const taken = end(takeBack(back, 'archive', ctx), ['verify', 'complete'], ctx)
    return {
      after: start(reclass(taken, ctx), 'objection', ctx),
      message: {
        kind: 'reason',
        audience: 'reporter',
        text: command.text,
        state: needsScreen(complaint) ? 'screening' : 'sent',
      },
      notices: tellHolder(back, 'objected'),
    }
  },
}

function objectRefusal(complaint: Complaint, { now, calendar }: RuleContext): Refusal | null {
  if (!isObjectable(complaint)) return refuse('wrong_state')
  if (complaint.objection !== null) return refuse('already_said')
  const until = objectUntil(complaint.toldAt ?? null, calendar.offset)
  return until !== null && dateOf(now, calendar.offset) > until ? refuse('too_late') : null
}
