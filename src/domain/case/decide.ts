import type { Act, ActTraits, HalfCommand, Ruled } from '../acts/act.ts'
import { ACTS, actOf, type CommandName, type Given, type PairCommand } from '../acts/acts.ts'
import type { FileCommand } from '../acts/file.ts'
import type { FollowCommand } from '../acts/follow.ts'
import type { HearCommand } from '../acts/hear.ts'
import type { ImportCommand } from '../acts/import.ts'
import type { Needed } from '../acts/needs.ts'
import { belongedTo } from '../people/actor.ts'
import {
  type Decision,
  type Facts,
  isRefusal,
  type Refusal,
  type RuleContext,
  refuse,
} from './command.ts'
import { type Complaint, isHistory } from './complaint.ts'
import { withoutSpent } from './drafts.ts'
import { withoutLeftBehind } from './explanation.ts'
import { isAnyParty } from './parties.ts'
import { complainedAbout } from './reveal.ts'

/** Pure; the ledger records it. Filing has no complaint before it: see decideFiling. */
export function decide(complaint: Complaint, command: Given, ctx: RuleContext): Decision | Refusal {
  return (
    permitted(complaint, command.name, ctx) ??
    decided(ACTS[command.name] as Rules<Given, Complaint>, complaint, command, ctx)
  )
}

export function decideFiling(command: FileCommand, ctx: RuleContext): Decision | Refusal {
  return decided(ACTS.file, null, command, ctx)
}

/** The same of one from an older record. */
export function decideImport(command: ImportCommand, ctx: RuleContext): Decision | Refusal {
  return decided(ACTS.import, null, command, ctx)
}

export function decidePair(
  member: Complaint,
  command: PairCommand,
  ctx: RuleContext,
): [member: Decision, root: Decision] | Refusal {
  const act = ACTS[command.name] as Rules<PairCommand, Complaint>
  const ofMember = permitted(member, command.name, ctx) ?? decided(act, member, command, ctx)
  if (isRefusal(ofMember)) return ofMember
  const ofRoot = decideOnRoot(command.name, command.root, member, ctx)
  return isRefusal(ofRoot) ? ofRoot : [ofMember, ofRoot]
}

export function decideOnRoot(
  name: PairCommand['name'],
  root: Complaint,
  member: Pick<Complaint, 'reference' | 'clusterSize'>,
  ctx: RuleContext,
): Decision | Refusal {
  const { onRoot, asksRoot } = ACTS[name]
  const refusal = asksRoot ? permitted(root, onRoot.name, ctx) : null
  const { reference, clusterSize: filings } = member
  const command: HalfCommand = { name: onRoot.name, member: reference, filings }
  return refusal ?? decided(onRoot, root, command, ctx)
}

export function decideHearing(
  root: Complaint,
  command: HearCommand,
  ctx: RuleContext,
): Decision | Refusal {
  return decided(ACTS.hear, root, command, ctx)
}

export function decideFollowing(
  member: Complaint,
  command: FollowCommand,
  ctx: RuleContext,
): Decision | Refusal {
  return permitted(member, 'follow', ctx) ?? decided(ACTS.follow, member, command, ctx)
}

/** Drives the buttons shown, too. */
export function permitted(
  complaint: Complaint,
  name: CommandName,
  ctx: RuleContext,
): Refusal | null {
  const act = actOf(name)
  if (!act.from.includes(complaint.state)) return refuse('wrong_state')
  if (isHistory(complaint) && act.to !== 'same' && !act.ofHistory) return refuse('wrong_state')
  if (!isAnyParty(act.who, ctx.actor, complaint, ctx.now, ctx.city)) return refuse('not_allowed')
  if (complaint.erased && !act.onceErased) return refuse('wrong_state')
  if (act.verdict && isOfTheAgency(complaint, ctx)) return refuse('not_allowed')
  if (act.ownKey && isSeenKey(complaint, ctx)) return refuse('key_not_renewed')
  return act.permitted?.(complaint, ctx) ?? null
}

/** Whoever comes with it may be the one who filed: somebody of an agency that it is about. */
function isSeenKey(complaint: Complaint, { actor }: RuleContext): boolean {
  const { keySeenBy } = complaint
  return (
    actor.kind === 'reporter' &&
    !actor.byLetter &&
    keySeenBy !== null &&
    complainedAbout(complaint).some((id) => keySeenBy.includes(id))
  )
}

function isOfTheAgency({ leadAgencyId }: Complaint, { actor, now }: RuleContext): boolean {
  return actor.kind === 'staff' && leadAgencyId !== null && belongedTo(actor, leadAgencyId, now)
}

interface Rules<C, B> extends Pick<ActTraits, 'undoable'> {
  name: CommandName
  needs: readonly Needed<C, B>[]
  faults?: (before: B, command: C, ctx: RuleContext) => readonly (Refusal | null)[]
  rule: (before: B, command: C, ctx: RuleContext) => (Ruled & { facts?: Facts }) | Refusal
  earlier?: Act<never, never>['earlier']
}

/** All that is wrong with a command, one of each field: nobody mends one and is told of the next. */
export function faultsIn(complaint: Complaint, command: Given, ctx: RuleContext): Refusal[] {
  const { needs, faults } = ACTS[command.name] as Rules<Given, Complaint>
  const missing = needs.map((need) => need.refusal(command, complaint, ctx))
  const all = [...missing, ...(faults?.(complaint, command, ctx) ?? [])].filter(
    (one) => one !== null,
  )
  return all.filter(({ field }, i) => all.findIndex((one) => one.field === field) === i)
}

function decided<C, B extends Complaint | null>(
  act: Rules<C, B>,
  before: B,
  command: C,
  ctx: RuleContext,
): Decision | Refusal {
  for (const need of act.needs) {
    const missing = need.refusal(command, before, ctx)
    if (missing) return missing
  }
  const fault = act.faults?.(before, command, ctx).find((one) => one !== null)
  if (fault) return fault
  const outcome = act.rule(before, command, ctx)
  if (isRefusal(outcome)) return outcome
  const { facts = {}, message, notices = [], heard = false } = outcome
  // what was read beside the row is of what stood before
  const { toldAt: _, ...after } = withoutSpent(before, withoutLeftBehind(outcome.after, ctx))
  return {
    command: act.name,
    at: ctx.now,
    actor: ctx.actor,
    before,
    after,
    facts,
    ...(message ? { message } : {}),
    ...earlierOf(act, facts),
    notices,
    heard,
    undoable: act.undoable && ctx.actor.kind === 'staff',
  }
}

function earlierOf({ earlier }: Pick<Rules<never, never>, 'earlier'>, facts: Facts) {
  if (!earlier) return {}
  // the rule of this very act made them
  const own = facts as never
  const { does, message, approved } = earlier
  return { earlier: { does, message: message(own), approved: approved?.(own) ?? null } }
}
