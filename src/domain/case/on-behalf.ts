import type { Said } from '../acts/act.ts'
import { actNamed, COMMAND_NAMES, type CommandName, type Given } from '../acts/acts.ts'
import { wordsAdded } from '../acts/add-words.ts'
import type { Staff } from '../people/actor.ts'
import { type Refusal, type RuleContext, refuse } from './command.ts'
import type { Complaint } from './complaint.ts'
import { permitted } from './decide.ts'
import { answersFor, isParty } from './parties.ts'
import { wishesWithdrawal } from './wish.ts'

interface Read {
  complaint: Complaint
  events: readonly { type: string }[]
}

export function stepsOnBehalf({ complaint, events }: Read, ctx: RuleContext): CommandName[] {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !answersFor(actor, complaint, ctx.now, ctx.city)) return []
  const done: Partial<Record<CommandName, boolean>> = {
    rate: complaint.rating !== null,
    withdraw: wishesWithdrawal(events),
    // a verifier reopens in their own name
    reopen: isParty('verifier', actor, complaint, ctx.now, ctx.city),
  }
  return COMMAND_NAMES.filter(
    (name) => actNamed(name)?.onBehalf && permitted(complaint, name, ctx) === null && !done[name],
  )
}

/**
 * Given by staff in the name of a reporter without a key. A verifier reopens in their own, unless they
 * filed it.
 */
export function isRecorded(
  { hasKeyHolder, filedBy }: Pick<Complaint, 'hasKeyHolder' | 'filedBy'>,
  { type, actor }: { type: string; actor: string },
): boolean {
  if (hasKeyHolder || !actor.startsWith('staff:') || !actNamed(type)?.onBehalf) return false
  return type !== 'reopen' || actor === `staff:${filedBy}`
}

export function saidOnBehalf(
  name: string,
  said: Pick<Said, 'text' | 'score'>,
  { complaint, events }: Read,
  staff: Staff,
  { now, city }: Pick<RuleContext, 'now' | 'city'>,
): Given | Refusal {
  const make = answersFor(staff, complaint, now, city) ? actNamed(name)?.onBehalf : undefined
  const before = { again: wishesWithdrawal(events), added: wordsAdded(events) }
  return make?.({ ...said, ...before }) ?? refuse('not_allowed')
}
