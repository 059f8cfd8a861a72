import type { Decision } from '../../domain/case/command.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import { clock } from '../schema/complaint.ts'
import { added, altered, removed, type Write } from './write.ts'

function same(a: Clock, b: Clock): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function clockRows({ before, after }: Decision): Write[] {
  const known = new Map((before?.clocks ?? []).map((k) => [`${k.kind} ${k.round}`, k]))
  const written = after.clocks.flatMap((k): Write[] => {
    const old = known.get(`${k.kind} ${k.round}`)
    known.delete(`${k.kind} ${k.round}`)
    if (!old) return [added(clock, { complaintId: after.id, ...k })]
    return same(old, k) ? [] : [altered(clock, { complaintId: after.id, ...old }, k)]
  })
  const gone = Array.from(known.values(), (k) => removed(clock, { complaintId: after.id, ...k }))
  return [...written, ...gone]
}
