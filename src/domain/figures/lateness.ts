import type { Complaint } from '../case/complaint.ts'
import { type Clock, type ClockKind, isLateOn, isLive, standsSince } from '../time/clocks.ts'
import { openDate, PROMISES } from '../time/due.ts'
import type { Metrics } from './figures.ts'

/**
 * Ended late, or open past its date, as far as it is an agency's; null: whoever's it is. Open ones
 * stand by their day, so that whoever reads the figures knows what is past.
 */
export function lateness(complaint: Complaint, agencyId: number | null): Metrics {
  const isOwn = (clock: { agencyId: number | null }) =>
    agencyId === null || clock.agencyId === agencyId
  const own = complaint.clocks.filter(isOwn)
  const late = agencyId === null ? complaint.everLate : own.some((k) => k.late && isPromise(k))
  const date = openDate(complaint)
  const owed = own.filter(isOwed)
  const given = own.filter(({ kind }) => kind === 'promise')
  const limited = own.filter(({ kind }) => kind === 'target')
  return {
    ...(late ? { late: 1 } : {}),
    ...(date && isOwn(date) ? { [`${late ? 'due_late' : 'due'}:${date.day}`]: 1 } : {}),
    ...(owed.length > 0 ? { follow_ups: owed.length } : {}),
    ...countedLate(owed),
    ...openOf(owed, 'follow_up_due'),
    ...keptOf(given, ['promises', 'kept_promises']),
    ...openOf(given, 'promise_due'),
    ...keptOf(limited, ['targets', 'kept_targets']),
    ...openOf(limited, 'target_due'),
  }
}

export function chargedAgencies({ clocks }: Complaint): number[] {
  return [...new Set(clocks.flatMap(({ agencyId }) => agencyId ?? []))]
}

function isPromise({ kind }: Clock): boolean {
  return (PROMISES as readonly ClockKind[]).includes(kind)
}

/** One that was taken from the agency in time is nobody's. */
function isOwed({ kind, status, late }: Clock): boolean {
  return kind === 'follow_up' && (status !== 'void' || late)
}

function countedLate(owed: readonly Clock[]): Metrics {
  const late = owed.filter((clock) => clock.late).length
  return late > 0 ? { late_follow_ups: late } : {}
}

/** Kept: closed by its day. One that was moved or taken away before it is neither kept nor broken. */
function keptOf(
  given: readonly Clock[],
  [all, good]: ['promises', 'kept_promises'] | ['targets', 'kept_targets'],
): Metrics {
  const kept = given.filter(({ status, late }) => status === 'ended' && !late).length
  const told = kept + given.filter(({ late }) => late).length
  return { ...(told > 0 ? { [all]: told } : {}), ...(kept > 0 ? { [good]: kept } : {}) }
}

/** One that stands still counts where it was late when it stopped. */
function openOf(
  clocks: readonly Clock[],
  metric: 'follow_up_due' | 'promise_due' | 'target_due',
): Metrics {
  const clock = clocks.find(isLive)
  const pause = clock && standsSince(clock)
  if (!clock || (pause && !isLateOn(clock, pause.from))) return {}
  return { [`${metric}:${clock.dueDay}`]: 1 }
}
