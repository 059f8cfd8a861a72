import type { Decision } from '../../domain/case/command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import { isWatched } from '../../domain/time/ladder.ts'
import { clock } from '../schema/complaint.ts'
import { added, altered, removed, type Write } from './write.ts'

/** As they are kept: with what the sweeps ask for, which only the rules can say. */
export function clocksOf(complaint: Complaint) {
  return complaint.clocks.map((k) => ({ ...k, watched: isWatched(k, complaint) }))
}

export function clockRows({ before, after }: Decision): Write[] {
  const complaintId = after.id
  const known = new Map((before ? clocksOf(before) : []).map((k) => [nameOf(k), k]))
  const written = clocksOf(after).flatMap((k): Write[] => {
    const old = known.get(nameOf(k))
    known.delete(nameOf(k))
    if (!old) return [added(clock, { complaintId, ...k })]
    const same = JSON.stringify(old) === JSON.stringify(k)
    return same ? [] : [altered(clock, { complaintId, ...old }, k)]
  })
  return [...written, ...Array.from(known.values(), (k) => removed(clock, { complaintId, ...k }))]
}

function nameOf(k: Clock): string {
  return `${k.kind} ${k.round}`
}
