import { approveClosure, approveReply, proposeClosure, reply } from '../acts/answering.ts'
import { attach } from '../acts/attaching.ts'
import { file } from '../acts/filing.ts'
import { assign, note, remind, returnToVerifier, setPriority, takeUp } from '../acts/handling.ts'
import { answer, ask } from '../acts/inquiring.ts'
import { join, merge, part, split } from '../acts/joining.ts'
import type { Outcome, Rule } from '../acts/outcome.ts'
import { correct, erase, release, reveal, screen, unrelease } from '../acts/releasing.ts'
import { closeBySilence, confirm, dispute, rate, reopen, withdraw } from '../acts/reporting-back.ts'
import { escalate, lapse, recompute } from '../acts/ticking.ts'
import { undo } from '../acts/undoing.ts'
import { archive, refer, route, unarchive } from '../acts/verifying.ts'
import { actorId, belongedTo, holdsRole } from '../people/actor.ts'
import {
  type Command,
  type CommandOf,
  type Decision,
  type FileCommand,
  isRefusal,
  type Refusal,
  type RuleContext,
  refuse,
} from './command.ts'
import { type Complaint, isRoot } from './complaint.ts'
import { type CommandName, ruleOf } from './lifecycle.ts'
import { isAnyParty } from './parties.ts'

type Handlers = { [N in Exclude<CommandName, 'file'>]: Rule<CommandOf<N>> }

const handlers: Handlers = {
  route,
  ask,
  answer,
  return: returnToVerifier,
  refer,
  archive,
  unarchive,
  take_up: takeUp,
  assign,
  note,
  set_priority: setPriority,
  reply,
  approve_reply: approveReply,
  propose_closure: proposeClosure,
  approve_closure: approveClosure,
  confirm,
  dispute,
  close_by_silence: closeBySilence,
  lapse,
  reopen,
  withdraw,
  merge,
  split,
  join,
  part,
  attach,
  release,
  unrelease,
  screen,
  rate,
  escalate,
  remind,
  recompute,
  reveal,
  correct,
  erase,
  undo,
}

/**
 * The one rule of change: what a command makes of a complaint, or why it may not. Pure; the
 * ledger records it. Filing has no complaint before it: see decideFiling.
 */
export function decide(
  complaint: Complaint,
  command: Exclude<Command, FileCommand>,
  ctx: RuleContext,
): Decision | Refusal {
  const refusal = permitted(complaint, command.name, ctx)
  if (refusal) return refusal
  const handler = handlers[command.name] as Rule<typeof command>
  const outcome = handler(complaint, command, ctx)
  if (isRefusal(outcome)) return outcome
  return complete(command.name, complaint, outcome, ctx)
}

export function decideFiling(command: FileCommand, ctx: RuleContext): Decision | Refusal {
  const outcome = file(command, ctx)
  return isRefusal(outcome) ? outcome : complete('file', null, outcome, ctx)
}

/** Why the actor may not give this command now, or null. Drives the buttons shown, too. */
export function permitted(
  complaint: Complaint,
  name: CommandName,
  ctx: RuleContext,
): Refusal | null {
  const rule = ruleOf(name)
  if (!rule.from.includes(complaint.state)) return refuse('wrong_state')
  if (!isAnyParty(rule.who, ctx.actor, complaint, ctx.now, ctx.city)) return refuse('not_allowed')
  if (complaint.erased && NOT_ONCE_ERASED.includes(name)) return refuse('wrong_state')
  if (judgesOwnAgency(complaint, name, ctx)) return refuse('not_allowed')
  if (name === 'route') return coordinatorRoutes(complaint, ctx)
  if (name === 'merge' && !isRoot(complaint)) return refuse('not_a_root')
  return null
}

/** They would bring back words, files or the name of somebody who is forgotten, or look for who it was. */
const NOT_ONCE_ERASED: readonly CommandName[] = [
  'answer',
  'dispute',
  'reopen',
  'attach',
  'release',
  'screen',
  'reveal',
  'correct',
]

const VERDICTS: readonly CommandName[] = ['confirm', 'rate', 'withdraw']

/** Whoever filed for somebody does not pass judgement on the own agency: silence closes. */
function judgesOwnAgency(
  complaint: Complaint,
  name: CommandName,
  { actor, now }: RuleContext,
): boolean {
  return (
    VERDICTS.includes(name) &&
    actor.kind === 'staff' &&
    complaint.leadAgencyId !== null &&
    belongedTo(actor, complaint.leadAgencyId, now)
  )
}

/** From the second return on only the city administrator routes; before it only a verifier does. */
function coordinatorRoutes(complaint: Complaint, { actor, now }: RuleContext): Refusal | null {
  if (actor.kind !== 'staff') return refuse('not_allowed')
  if (complaint.returns >= 2)
    return holdsRole(actor, 'admin', now) ? null : refuse('coordinator_only')
  return holdsRole(actor, 'verifier', now) ? null : refuse('not_allowed')
}

function complete(
  command: CommandName,
  before: Complaint | null,
  outcome: Outcome,
  { now, actor }: RuleContext,
): Decision {
  return {
    command,
    at: now,
    actor,
    before,
    after: outcome.after,
    facts: outcome.facts ?? {},
    ...(outcome.message ? { message: outcome.message } : {}),
    notices: outcome.notices ?? [],
    undoable: ruleOf(command).undoable && actorId(actor).startsWith('staff:'),
  }
}
