import { actorId, belongedTo, holdsRole } from '../actor.ts'
import {
  type Command,
  type CommandOf,
  type Context,
  type Decision,
  type FileCommand,
  isRefusal,
  type Refusal,
  refuse,
} from '../command.ts'
import { type Complaint, isRoot } from '../complaint.ts'
import { type CommandName, ruleOf } from '../lifecycle.ts'
import { isAnyParty } from '../parties.ts'
import { approveClosure, approveReply, proposeClosure, reply } from './answering.ts'
import { attach } from './attaching.ts'
import { file } from './filing.ts'
import { assign, note, remind, returnToVerifier, setPriority, takeUp } from './handling.ts'
import { answer, ask } from './inquiring.ts'
import { join, merge, part, split } from './joining.ts'
import type { Outcome, Rule } from './outcome.ts'
import { correct, erase, release, reveal, screen, unrelease } from './releasing.ts'
import { closeBySilence, confirm, dispute, rate, reopen, withdraw } from './reporting-back.ts'
import { escalate, lapse, recompute } from './ticking.ts'
import { undo } from './undoing.ts'
import { archive, refer, route, unarchive } from './verifying.ts'

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
export const decide = (
  c: Complaint,
  command: Exclude<Command, FileCommand>,
  ctx: Context,
): Decision | Refusal => {
  const refusal = permitted(c, command.name, ctx)
  if (refusal) return refusal
  const handler = handlers[command.name] as Rule<typeof command>
  const outcome = handler(c, command, ctx)
  if (isRefusal(outcome)) return outcome
  return complete(command.name, c, outcome, ctx)
}

export const decideFiling = (command: FileCommand, ctx: Context): Decision | Refusal => {
  const outcome = file(command, ctx)
  return isRefusal(outcome) ? outcome : complete('file', null, outcome, ctx)
}

/** Why the actor may not give this command now, or null. Drives the buttons shown, too. */
export const permitted = (c: Complaint, name: CommandName, ctx: Context): Refusal | null => {
  const rule = ruleOf(name)
  if (!rule.from.includes(c.state)) return refuse('wrong_state')
  if (!isAnyParty(rule.who, ctx.actor, c, ctx.now, ctx.city)) return refuse('not_allowed')
  if (c.erased && NOT_ONCE_ERASED.includes(name)) return refuse('wrong_state')
  if (judgesOwnAgency(c, name, ctx)) return refuse('not_allowed')
  if (name === 'route') return coordinatorRoutes(c, ctx)
  if (name === 'merge' && !isRoot(c)) return refuse('not_a_root')
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
const judgesOwnAgency = (c: Complaint, name: CommandName, { actor, now }: Context): boolean =>
  VERDICTS.includes(name) &&
  actor.kind === 'staff' &&
  c.leadAgencyId !== null &&
  belongedTo(actor, c.leadAgencyId, now)

/** From the second return on only the city administrator routes; before it only a verifier does. */
const coordinatorRoutes = (c: Complaint, { actor, now }: Context): Refusal | null => {
  if (actor.kind !== 'staff') return refuse('not_allowed')
  if (c.returns >= 2) return holdsRole(actor, 'admin', now) ? null : refuse('coordinator_only')
  return holdsRole(actor, 'verifier', now) ? null : refuse('not_allowed')
}

const complete = (
  command: CommandName,
  before: Complaint | null,
  outcome: Outcome,
  { now, actor }: Context,
): Decision => ({
  command,
  at: now,
  actor,
  before,
  after: outcome.after,
  facts: outcome.facts ?? {},
  ...(outcome.message ? { message: outcome.message } : {}),
  notices: outcome.notices ?? [],
  undoable: ruleOf(command).undoable && actorId(actor).startsWith('staff:'),
})
