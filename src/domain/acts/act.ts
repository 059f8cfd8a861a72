import type { Earlier, Facts, MessageDraft, Refusal, RuleContext } from '../case/command.ts'
import type { Complaint, State } from '../case/complaint.ts'
import type { Letters, Notice } from '../case/letters.ts'
import type { Party } from '../case/parties.ts'
import type { CommandName, Given } from './acts.ts'
import type { Needed } from './needs.ts'

export type NoFacts = Record<never, never>

export interface Ruled {
  after: Complaint
  message?: MessageDraft
  notices?: Notice[]
  /** Of a joined report: its root has an event of it, too. */
  heard?: boolean
}

type Outcome<F extends Facts = NoFacts> = Ruled &
  (keyof F extends never ? { facts?: F } : { facts: F })

export interface Said {
  text: string
  /** NaN where none was given. */
  score: number
  again: boolean
  /** How often words were added before. */
  added: number
}

export interface ActTraits {
  from: readonly State[]
  /**
   * 'same': stays; 'back': to where it came from; 'answers': stays, but a held report goes back;
   * 'ends': closed, or archived where it was never complete.
   */
  to: State | 'same' | 'back' | 'answers' | 'ends'
  who: readonly Party[]
  undoable: boolean
  /** Not what would bring back words, files or a forgotten name, or look for who it was. */
  onceErased: boolean
  letters: Letters
  /** A judgement on the agency: whoever filed for somebody does not pass it on their own. */
  verdict?: true
  /** By the reporter's key it needs one that no staff of an agency complained about have seen. */
  ownKey?: true
  /** Anyone may know of it, without its words: nothing of the dialogue. */
  publicStep?: true
  /** No citizen is told that it happened; who opened the identity has a list of its own. */
  deskOnly?: true
  /** A new round of work begins: evidence of an earlier one proves nothing in it. */
  beginsWork?: true
  /** Made of what a reporter without a key said at the counter, by whoever filed for them. */
  onBehalf?: (said: Said) => Given
  /** Where the state stays it leaves all else alone, too: a step before it can still be taken back. */
  passing?: true
  /** Of the house alone: the desk tells of it apart from what people did. */
  upkeep?: true
  /** Words, salts and identities are gone after it: in what was kept outside, too. */
  erases?: true
  /** It may change the state of what was over when it was brought here. */
  ofHistory?: true
  /** Rows reckoned before were reckoned by another calendar. */
  recalculates?: true
  wish?: 'end' | 'go_on'
  /** Steps that it replies to: given after one more of them, it meant an earlier one. */
  answers?: readonly CommandName[]
  /** Words of it that stand in their form again after an undo. */
  words?: readonly ('text' | 'reason' | 'release')[]
  permitted?: (complaint: Complaint, ctx: RuleContext) => Refusal | null
}

export interface Act<
  C extends { name: string },
  F extends Facts = NoFacts,
  B extends Complaint | null = Complaint,
> extends ActTraits {
  name: C['name']
  needs: readonly Needed<C, B>[]
  /** What else may be wrong with it, beside what it needs; all of it is told at once. */
  faults?: (before: B, command: C, ctx: RuleContext) => readonly (Refusal | null)[]
  rule: (before: B, command: C, ctx: RuleContext) => Outcome<F> | Refusal
  /** What of its facts, and of its words where they are not the command's, the command alone decides. */
  leaves?: (command: C) => {
    facts?: Partial<F>
    text?: string
    reason?: string
    screened?: string
    masked?: string
  }
  earlier?: {
    does: Earlier['does']
    message: (facts: F) => number
    approved?: (facts: F) => number | null
  }
}

/** What a pair's act makes of the root: an event there, that nobody can give by itself. */
export interface HalfCommand {
  name: 'join' | 'part'
  member: string
  /** What comes or goes with it, itself counted. */
  filings: number
}

export interface PairAct<
  C extends { name: string; root: Complaint },
  F extends Facts,
  H extends Facts,
> extends Act<C, F> {
  onRoot: Act<HalfCommand, H>
  asksRoot: boolean
}
