import type { EventBody } from './chain.ts'
import { isWitness } from './witness.ts'

/** Digest by name of each row of one report that is there today. */
export type StandingRows = ReadonlyMap<string, string>

export interface RowFinding {
  problem:
    | 'row-altered' /* `other` is not as the event `seq` left it */
    | 'row-dropped' /* `other`, which the event `seq` left, is gone */
    | 'row-added' /* no event wrote `other`, or `seq` took it away */
  seq: number | null
  other: string
}

/** `events`: in order. Rows from before an event said what it wrote are known by its kind alone. */
export function verifyRows(events: readonly EventBody[], standing: StandingRows): RowFinding[] {
  const left = leftBy(events)
  const findings: RowFinding[] = []
  for (const [other, { seq, digest }] of left) {
    const today = standing.get(other) ?? null
    if (today === digest || (digest === SOME && today !== null)) continue
    findings.push({ problem: problemOf(digest, today), seq, other })
  }
  const [first] = events
  const wholly = !first || first.written != null
  for (const other of standing.keys()) {
    const toBeKnown = wholly || other.startsWith('reveal ')
    if (!left.has(other) && toBeKnown) findings.push({ problem: 'row-added', seq: null, other })
  }
  return findings
}

/** There was a row, and nobody wrote down how it looked. */
const SOME = Symbol('some')

interface Left {
  seq: number
  digest: string | null | typeof SOME
}

function leftBy(events: readonly EventBody[]): Map<string, Left> {
  const left = new Map<string, Left>()
  for (const { seq, type, written } of events) {
    if (!written && type === 'reveal') left.set(`reveal ${seq}`, { seq, digest: SOME })
    for (const [name, digest] of Object.entries(written ?? {}))
      if (!isWitness(name)) left.set(name, { seq, digest })
  }
  return left
}

function problemOf(digest: Left['digest'], today: string | null): RowFinding['problem'] {
  if (digest === null) return 'row-added'
  return today === null ? 'row-dropped' : 'row-altered'
}
