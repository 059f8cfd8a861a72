import type { Earlier } from '../case/command.ts'
import type { ActTraits, HalfCommand } from './act.ts'
import { addWords } from './add-words.ts'
import { answer } from './answer.ts'
import { approveClosure } from './approve-closure.ts'
import { approveReply } from './approve-reply.ts'
import { archive } from './archive.ts'
import { ask } from './ask.ts'
import { askExplanation } from './ask-explanation.ts'
import { assign } from './assign.ts'
import { attach } from './attach.ts'
import { changeClass } from './change-class.ts'
import { closeBySilence } from './close-by-silence.ts'
import { conclude } from './conclude.ts'
import { confirm } from './confirm.ts'
import { correct } from './correct.ts'
import { countersign } from './countersign.ts'
import { dispute } from './dispute.ts'
import { erase } from './erase.ts'
import { escalate } from './escalate.ts'
import { explain } from './explain.ts'
import { file } from './file.ts'
import { type FollowCommand, follow } from './follow.ts'
import { handOn } from './hand-on.ts'
import { type HearCommand, hear } from './hear.ts'
import { importAct } from './import.ts'
import { join } from './join.ts'
import { lapse } from './lapse.ts'
import { mask } from './mask.ts'
import { merge } from './merge.ts'
import type { Needed } from './needs.ts'
import { note } from './note.ts'
import { object } from './object.ts'
import { overrule } from './overrule.ts'
import { part } from './part.ts'
import { pressExplanation } from './press-explanation.ts'
import { promiseDate } from './promise-date.ts'
import { proposeClosure } from './propose-closure.ts'
import { rate } from './rate.ts'
import { recompute } from './recompute.ts'
import { refer } from './refer.ts'
import { reindex } from './reindex.ts'
import { release } from './release.ts'
import { remind } from './remind.ts'
import { renewKey } from './renew-key.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { returnToVerifier } from './return.ts'
import { reveal } from './reveal.ts'
import { route } from './route.ts'
import { screen } from './screen.ts'
import { sealKey } from './seal-key.ts'
import { sendBack } from './send-back.ts'
import { setPriority } from './set-priority.ts'
import { split } from './split.ts'
import { takeUp } from './take-up.ts'
import { unarchive } from './unarchive.ts'
import { unassign } from './unassign.ts'
import { undoOf } from './undo.ts'
import { unimport } from './unimport.ts'
import { unrelease } from './unrelease.ts'
import { vouchKey } from './vouch-key.ts'
import { withdraw } from './withdraw.ts'
import { withdrawDraft } from './withdraw-draft.ts'

/** Every act, in the order of a complaint's life: docs/lifecycle.md is written from it. */
export const ACTS = {
  file,
  import: importAct,
  route,
  ask,
  answer,
  add_words: addWords,
  return: returnToVerifier,
  refer,
  archive,
  unarchive,
  object,
  overrule,
  change_class: changeClass,
  take_up: takeUp,
  assign,
  unassign,
  note,
  set_priority: setPriority,
  promise_date: promiseDate,
  reply,
  approve_reply: approveReply,
  propose_closure: proposeClosure,
  approve_closure: approveClosure,
  send_back: sendBack,
  withdraw_draft: withdrawDraft,
  confirm,
  dispute,
  close_by_silence: closeBySilence,
  lapse,
  conclude,
  countersign,
  reopen,
  withdraw,
  merge,
  split,
  join,
  part,
  follow,
  hand_on: handOn,
  hear,
  attach,
  release,
  unrelease,
  screen,
  mask,
  rate,
  escalate,
  remind,
  ask_explanation: askExplanation,
  explain,
  press_explanation: pressExplanation,
  recompute,
  reveal,
  correct,
  renew_key: renewKey,
  vouch_key: vouchKey,
  seal_key: sealKey,
  reindex,
  erase,
  unimport,
  undo: undoOf(actNamed),
}

/** An event is stored under the name of the act that it records. */
export type CommandName = keyof typeof ACTS

export const COMMAND_NAMES = Object.keys(ACTS) as CommandName[]

type CommandIn<A> = A extends { rule: (before: never, command: infer C, ctx: never) => unknown }
  ? C
  : never

type CommandsOf<N extends CommandName> = CommandIn<(typeof ACTS)[N]>

type PairName = {
  [N in CommandName]: (typeof ACTS)[N] extends { onRoot: unknown } ? N : never
}[CommandName]

export type PairCommand = CommandsOf<PairName>

export type Given = CommandsOf<
  Exclude<
    CommandName,
    'file' | 'import' | PairName | HalfCommand['name'] | HearCommand['name'] | FollowCommand['name']
  >
>

export type Command = CommandsOf<'file' | 'import'> | Given | PairCommand

export interface AnyAct extends ActTraits {
  name: CommandName
  needs: readonly Pick<Needed<never>, 'need' | 'of'>[]
  earlier?: { does: Earlier['does'] }
}

export function actOf(name: CommandName): AnyAct {
  return ACTS[name]
}

export function actNamed(type: string): AnyAct | undefined {
  return Object.hasOwn(ACTS, type) ? actOf(type as CommandName) : undefined
}
