import { type Earlier, refuse } from '../case/command.ts'
import { type Complaint, STATES } from '../case/complaint.ts'
import { actorId } from '../people/actor.ts'
import { recompute } from '../time/case-clocks.ts'
import type { Instant } from '../time/time.ts'
import type { Act, ActTraits } from './act.ts'
import type { CommandName } from './acts.ts'

export interface UndoCommand {
  name: 'undo'
  previous: Complaint
  undone: CommandName
  undoneSeq: number
  /** Number of the draft that the last event approved (its facts.message), else null. */
  approvedSeq: number | null
  committedAt: Instant
  by: string
  /** What has happened after it. */
  since?: readonly Since[]
}

interface Since {
  type: string
  stateBefore: string | null
  stateAfter: string
}

export type UndoFacts = { undone: number; approved: number | null }

type Undone = Pick<ActTraits, 'undoable' | 'passing'> & { earlier?: { does: Earlier['does'] } }

export const UNDO_SECONDS = 10
const SLOW_LINE_MS = 1_500
/** Until then nobody else is told of it: past the last moment in which it can be taken back. */
export const TOLD_AFTER_MS = 12_000

/** `actNamed` is handed in, as the list of acts holds this one, too. */
export function undoOf(
  actNamed: (type: string) => Undone | undefined,
): Act<UndoCommand, UndoFacts> {
  return {
    name: 'undo',
    from: STATES,
    to: 'back',
    who: ['same_person'],
    needs: [],
    undoable: false,
    onceErased: true,
    deskOnly: true,
    letters: {},
    earlier: {
      does: 'undoes',
      message: ({ undone }) => undone,
      approved: ({ approved }) => approved,
    },
    rule: (complaint, command, ctx) => {
      const act = actNamed(command.undone)
      const approves = act?.earlier?.does === 'approves'
      const approved = approves ? command.approvedSeq : null
      const tooLate = ctx.now - command.committedAt > UNDO_SECONDS * 1000 + SLOW_LINE_MS
      const other = actorId(ctx.actor) !== command.by
      const nameless = approves && approved === null
      const { undoneSeq, since = [] } = command
      const passed = since.every((e) => actNamed(e.type)?.passing && e.stateBefore === e.stateAfter)
      const overtaken = undoneSeq + since.length !== complaint.version || !passed
      if (tooLate || other || !act?.undoable || nameless || overtaken)
        return refuse('nothing_to_undo')
      return {
        // a decree may have come meanwhile
        after: {
          ...recompute(command.previous, ctx),
          version: complaint.version,
          lastHash: complaint.lastHash,
        },
        facts: { undone: command.undoneSeq, approved },
      }
    },
  }
}
