import type { CommandName } from '../../src/domain/acts/acts.ts'
import type { Decision, RuleContext } from '../../src/domain/case/command.ts'
import type { Complaint, State } from '../../src/domain/case/complaint.ts'
import { permitted } from '../../src/domain/case/decide.ts'
import type { CityRules } from '../../src/domain/case/parties.ts'
import { mayReveal } from '../../src/domain/case/reveal.ts'
import { type Actor, actorId } from '../../src/domain/people/actor.ts'

/**
 * Somebody who by an act of their own came to open an identity. Whoever takes up a request or an
 * aspiration under a name, or takes it over while it is nobody's, answers them; what is taken back was
 * theirs before.
 */
export const openedAlone = (d: Decision, city: CityRules): string[] => {
  const { command, before, after, actor, at } = d
  if (!before || actor.kind !== 'staff' || command === 'undo') return []
  const opens = (c: Complaint) => mayReveal(actor, c, at, city)
  const takes = command === 'take_up' || (command === 'assign' && before.officerId === null)
  const asked = takes && after.class !== 'complaint'
  return opens(after) && !opens(before) && !asked
    ? [`${actorId(actor)} opened ${after.reference} to themselves by ${command}`]
    : []
}

/** What brings a report on from where it is, without waiting for a timer. */
const MOVES: Partial<Record<State, readonly CommandName[]>> = {
  received: ['route', 'refer', 'overrule'],
  awaiting_info: ['answer'],
  routed: ['take_up'],
  in_progress: ['propose_closure'],
  // with a key that staff have seen they renew it, and somebody vouches
  awaiting_confirmation: ['dispute', 'vouch_key'],
}

/** An open report that nobody brings on. What is said to be done of an erased one is closed by time. */
export const isStuck = (
  c: Complaint,
  people: readonly Actor[],
  ctx: Omit<RuleContext, 'actor'>,
): boolean => {
  const moves = MOVES[c.state]
  if (!moves || (c.erased && c.state === 'awaiting_confirmation')) return false
  return !people.some((actor) =>
    moves.some((name) => permitted(c, name, { ...ctx, actor }) === null),
  )
}
