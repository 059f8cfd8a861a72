import { actOf } from '../../domain/acts/acts.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { actorId } from '../../domain/people/actor.ts'
import { toColumns } from '../complaint-rows.ts'
import { complaint } from '../schema/complaint.ts'
import type { Change } from './change.ts'
import { UNDO_DELAY_MS } from './delay.ts'
import type { Sealed } from './event.ts'
import { added, altered, type Write } from './write.ts'

/** `lastHash` follows once it is known (commit.ts). */
export function complaintRow(change: Change, { seq, salt }: Sealed): Write[] {
  const { before, after, at } = change.decision
  const advanced = { ...after, version: seq }
  if (before === null || !change.found) {
    if (!change.filed) throw new TypeError('a filing needs its words')
    return [added(complaint, { ...toColumns(advanced), ...change.filed, salt })]
  }
  const set = {
    // its tokens may be older than what they are made of now
    ...changed({ ...toColumns(before), tokens: change.found.row.tokens }, toColumns(advanced)),
    ...change.columns,
    ...publicFrom(before, change, at),
    ...(isPassing(change.decision) ? {} : { undo: undoOf(change) }),
  }
  return [altered(complaint, change.found.row, set)]
}

function changed<T extends Record<string, unknown>>(before: T, after: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => before[key] !== value),
  ) as Partial<T>
}

/** A step before it can still be taken back. */
function isPassing({ command, before, after }: Change['decision']): boolean {
  return actOf(command).passing === true && before?.state === after.state
}

/** New words of a report that is public already wait for the seconds of undo like the first ones. */
function publicFrom(before: Complaint, { decision, columns }: Change, at: number) {
  const out = decision.after.release.status === 'released'
  const anew = before.release.status !== 'released' || columns?.releasedText !== undefined
  return out && anew ? { publicFrom: at + (decision.undoable ? UNDO_DELAY_MS : 0) } : {}
}

function undoOf({ decision, replaced }: Change): string | null {
  return decision.undoable
    ? JSON.stringify({
        previous: decision.before,
        replaced,
        seq: (decision.before?.version ?? 0) + 1,
        at: decision.at,
        by: actorId(decision.actor),
      })
    : null
}
