import type { State } from './complaint.ts'
import { OPEN_STATES } from './complaint.ts'

/** Who may give a command, in relation to one complaint; resolved in parties.ts. */
export type Party =
  | 'anyone'
  | 'reporter'
  | 'timer'
  | 'verifier'
  | 'coordinator'
  | 'lead_liaison'
  | 'lead_officer'
  | 'lead_head'
  | 'supporting'
  | 'leader'
  | 'revealer'
  | 'registrar'
  | 'same_person'

export type Need =
  | 'text'
  | 'reason'
  | 'question'
  | 'class'
  | 'category'
  | 'agency'
  | 'release'
  | 'evidence'
  | 'root'
  | 'date'
  | 'officer'
  | 'file'
  | 'score'

interface Rule {
  from: readonly State[]
  /** 'same': stays; 'back': to where it came from; 'answers': stays, but a held report goes back. */
  to: State | 'same' | 'back' | 'answers'
  who: readonly Party[]
  needs: readonly Need[]
  /** May be taken back for ten seconds by the same person. */
  undoable: boolean
}

const HANDLED = ['routed', 'in_progress'] as const
/** Nobody works on it any more, or somebody works on its root. */
const OVER = ['closed', 'referred', 'archived', 'withdrawn', 'merged'] as const
const ANY: readonly State[] = [...OPEN_STATES, ...OVER]

/**
 * The one transition table (docs/rules.md, Commands): it drives the commands accepted, the buttons
 * shown and docs/lifecycle.md.
 */
const lifecycle = {
  file: { from: [], to: 'received', who: ['anyone'], needs: ['text', 'date'], undoable: false },
  route: {
    from: ['received'],
    to: 'routed',
    who: ['verifier', 'coordinator'],
    needs: ['class', 'category', 'agency', 'release'],
    undoable: true,
  },
  ask: {
    from: ['received', ...HANDLED],
    to: 'awaiting_info',
    who: ['verifier', 'lead_liaison', 'lead_officer'],
    needs: ['question'],
    undoable: true,
  },
  answer: {
    from: ['awaiting_info'],
    to: 'back',
    who: ['reporter'],
    needs: ['text'],
    undoable: false,
  },
  return: {
    from: HANDLED,
    to: 'received',
    who: ['lead_liaison'],
    needs: ['reason', 'agency'],
    undoable: true,
  },
  refer: {
    from: ['received'],
    to: 'referred',
    who: ['verifier'],
    needs: ['text'],
    undoable: true,
  },
  archive: {
    from: ['received', 'awaiting_info'],
    to: 'archived',
    who: ['verifier'],
    needs: ['reason'],
    undoable: true,
  },
  unarchive: {
    from: ['archived'],
    to: 'received',
    who: ['verifier'],
    needs: ['reason'],
    undoable: true,
  },
  take_up: {
    from: ['routed'],
    to: 'in_progress',
    who: ['lead_liaison', 'lead_officer'],
    needs: [],
    undoable: true,
  },
  assign: {
    from: HANDLED,
    to: 'same',
    who: ['lead_liaison', 'lead_officer'],
    needs: ['officer'],
    undoable: true,
  },
  note: {
    from: HANDLED,
    to: 'same',
    who: ['lead_liaison', 'lead_officer', 'lead_head', 'supporting'],
    needs: ['text'],
    undoable: true,
  },
  set_priority: {
    from: HANDLED,
    to: 'same',
    who: ['lead_liaison', 'lead_officer'],
    needs: [],
    undoable: true,
  },
  reply: {
    from: ['in_progress'],
    to: 'same',
    who: ['lead_liaison', 'lead_officer', 'lead_head'],
    needs: ['text'],
    undoable: true,
  },
  approve_reply: {
    from: ['in_progress'],
    to: 'same',
    who: ['lead_head'],
    needs: [],
    undoable: true,
  },
  propose_closure: {
    from: ['in_progress'],
    to: 'awaiting_confirmation',
    who: ['lead_liaison', 'lead_officer', 'lead_head'],
    needs: ['text', 'reason', 'evidence'],
    undoable: true,
  },
  approve_closure: {
    from: ['in_progress'],
    to: 'awaiting_confirmation',
    who: ['lead_head'],
    needs: [],
    undoable: true,
  },
  confirm: {
    from: ['awaiting_confirmation'],
    to: 'closed',
    who: ['reporter'],
    needs: [],
    undoable: false,
  },
  dispute: {
    from: ['awaiting_confirmation'],
    to: 'in_progress',
    who: ['reporter'],
    needs: ['reason'],
    undoable: false,
  },
  close_by_silence: {
    from: ['awaiting_confirmation'],
    to: 'closed',
    who: ['timer'],
    needs: [],
    undoable: false,
  },
  lapse: {
    from: ['awaiting_info'],
    to: 'withdrawn',
    who: ['timer'],
    needs: [],
    undoable: false,
  },
  reopen: {
    from: ['closed'],
    to: 'in_progress',
    who: ['reporter', 'verifier'],
    needs: ['reason'],
    undoable: false,
  },
  withdraw: {
    from: OPEN_STATES,
    to: 'withdrawn',
    who: ['reporter'],
    needs: [],
    undoable: false,
  },
  merge: {
    from: OPEN_STATES,
    to: 'merged',
    who: ['verifier', 'lead_liaison'],
    needs: ['root'],
    undoable: false,
  },
  split: {
    from: ['merged'],
    to: 'back',
    who: ['verifier', 'lead_liaison', 'reporter', 'timer'],
    needs: [],
    undoable: false,
  },
  join: {
    from: OPEN_STATES,
    to: 'same',
    who: ['verifier', 'lead_liaison'],
    needs: [],
    undoable: false,
  },
  part: {
    from: ANY,
    to: 'same',
    who: ['verifier', 'lead_liaison', 'reporter', 'timer'],
    needs: [],
    undoable: false,
  },
  attach: {
    from: [...OPEN_STATES, 'merged'],
    to: 'answers',
    who: ['reporter', 'verifier', 'lead_liaison', 'lead_officer', 'lead_head'],
    needs: ['file'],
    undoable: false,
  },
  release: {
    from: ['awaiting_info', ...HANDLED, 'awaiting_confirmation', 'closed', 'merged'],
    to: 'same',
    who: ['verifier'],
    needs: ['release'],
    undoable: false,
  },
  unrelease: { from: ANY, to: 'same', who: ['verifier'], needs: ['reason'], undoable: false },
  screen: { from: ANY, to: 'same', who: ['verifier'], needs: ['text'], undoable: false },
  rate: { from: ['closed'], to: 'same', who: ['reporter'], needs: ['score'], undoable: false },
  escalate: {
    from: ['received', ...HANDLED],
    to: 'same',
    who: ['timer'],
    needs: [],
    undoable: false,
  },
  remind: {
    from: ['received', ...HANDLED],
    to: 'same',
    who: ['leader'],
    needs: ['text'],
    undoable: false,
  },
  recompute: { from: OPEN_STATES, to: 'same', who: ['timer'], needs: [], undoable: false },
  reveal: { from: ANY, to: 'same', who: ['revealer'], needs: ['reason'], undoable: false },
  correct: { from: ANY, to: 'same', who: ['reporter'], needs: [], undoable: false },
  erase: {
    from: OVER,
    to: 'same',
    who: ['reporter', 'timer', 'registrar'],
    needs: [],
    undoable: false,
  },
  undo: { from: ANY, to: 'back', who: ['same_person'], needs: [], undoable: false },
} as const satisfies Record<string, Rule>

export type CommandName = keyof typeof lifecycle

export const COMMAND_NAMES = Object.keys(lifecycle) as CommandName[]

/** The rule of a command with its literal types widened, for generic code. */
export function ruleOf(name: CommandName): Rule {
  return lifecycle[name]
}
