import type { Earlier } from '../case/command.ts'
import type { Complaint } from '../case/complaint.ts'
import type { ActTraits } from './act.ts'
import { type AnswerCommand, answer } from './answer.ts'
import { type ApproveClosureCommand, approveClosure } from './approve-closure.ts'
import { type ApproveReplyCommand, approveReply } from './approve-reply.ts'
import { type ArchiveCommand, archive } from './archive.ts'
import { type AskCommand, ask } from './ask.ts'
import { type AssignCommand, assign } from './assign.ts'
import { type AttachCommand, attach } from './attach.ts'
import { type CloseBySilenceCommand, closeBySilence } from './close-by-silence.ts'
import { type ConfirmCommand, confirm } from './confirm.ts'
import { type CorrectCommand, correct } from './correct.ts'
import { type DisputeCommand, dispute } from './dispute.ts'
import { type EraseCommand, erase } from './erase.ts'
import { type EscalateCommand, escalate } from './escalate.ts'
import { type FileCommand, file } from './file.ts'
import { join } from './join.ts'
import { type LapseCommand, lapse } from './lapse.ts'
import { type MergeCommand, merge } from './merge.ts'
import type { Needed } from './needs.ts'
import { type NoteCommand, note } from './note.ts'
import { part } from './part.ts'
import { type ProposeClosureCommand, proposeClosure } from './propose-closure.ts'
import { type RateCommand, rate } from './rate.ts'
import { type RecomputeCommand, recompute } from './recompute.ts'
import { type ReferCommand, refer } from './refer.ts'
import { type ReleaseCommand, release } from './release.ts'
import { type RemindCommand, remind } from './remind.ts'
import { type ReopenCommand, reopen } from './reopen.ts'
import { type ReplyCommand, reply } from './reply.ts'
import { type ReturnCommand, returnToVerifier } from './return.ts'
import { type RevealCommand, reveal } from './reveal.ts'
import { type RouteCommand, route } from './route.ts'
import { type ScreenCommand, screen } from './screen.ts'
import { type SetPriorityCommand, setPriority } from './set-priority.ts'
import { type SplitCommand, split } from './split.ts'
import { type TakeUpCommand, takeUp } from './take-up.ts'
import { type UnarchiveCommand, unarchive } from './unarchive.ts'
import { type UndoCommand, undoOf } from './undo.ts'
import { type UnreleaseCommand, unrelease } from './unrelease.ts'
import { type WithdrawCommand, withdraw } from './withdraw.ts'

/** Every act, in the order of a complaint's life: docs/lifecycle.md is written from it. */
export const ACTS = {
  file,
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
  undo: undoOf(actNamed),
}

/** Names of the acts; an event is stored under that of the act that it records. */
export type CommandName = keyof typeof ACTS

export const COMMAND_NAMES = Object.keys(ACTS) as CommandName[]

/** What can be given to one complaint that is there. */
export type Given =
  | RouteCommand
  | AskCommand
  | AnswerCommand
  | ReturnCommand
  | ReferCommand
  | ArchiveCommand
  | UnarchiveCommand
  | TakeUpCommand
  | AssignCommand
  | NoteCommand
  | SetPriorityCommand
  | ReplyCommand
  | ApproveReplyCommand
  | ProposeClosureCommand
  | ApproveClosureCommand
  | ConfirmCommand
  | DisputeCommand
  | CloseBySilenceCommand
  | LapseCommand
  | ReopenCommand
  | WithdrawCommand
  | AttachCommand
  | ReleaseCommand
  | UnreleaseCommand
  | ScreenCommand
  | RateCommand
  | EscalateCommand
  | RemindCommand
  | RecomputeCommand
  | RevealCommand
  | CorrectCommand
  | EraseCommand
  | UndoCommand

/** What changes a complaint and the root of its cluster together. */
export type PairCommand = MergeCommand | SplitCommand

export type Command = FileCommand | Given | PairCommand

/** An act for generic code, its command left aside. */
export interface AnyAct extends ActTraits {
  name: CommandName
  needs: readonly Pick<Needed<never>, 'need' | 'of'>[]
  earlier?: { does: Earlier['does'] }
}

export function actOf(name: CommandName): AnyAct {
  return ACTS[name]
}

/** The act of a stored event; nothing is known of a type that no act has. */
export function actNamed(type: string): AnyAct | undefined {
  return Object.hasOwn(ACTS, type) ? actOf(type as CommandName) : undefined
}

/** Agency that holds a case after a command; without a holder of its own the lead agency goes on. */
export function holderAfter(complaint: Complaint, command: Given): number | null {
  const act = ACTS[command.name] as { holder?: (command: Given) => number | null }
  return act.holder ? act.holder(command) : complaint.leadAgencyId
}
