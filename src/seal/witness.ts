import type { StoredEvent, Written } from './chain.ts'

/** A report whose first event is known: what a later filing keeps of it. */
export interface Filed {
  number: string
  hash: string
}

/** So many that of two that come at once neither stands without a witness for long. */
export const WITNESSED = 4

const MARK = 'report '

/** What a filing says of those before it, among the rows that its event vouches for. */
export function witnessOf(before: readonly Filed[]): Written {
  return Object.fromEntries(before.map(({ number, hash }) => [MARK + number, shortened(hash)]))
}

export function isWitness(name: string): boolean {
  return name.startsWith(MARK)
}

export interface Unwitnessed {
  problem: 'report-dropped' | 'report-rewritten'
  complaint: string
  /** Number of the report whose filing knew it. */
  other: string
}

/** Of two reports filed one after another the later one knows the first, wherever the digests begin. */
export function unwitnessed(chains: ReadonlyMap<string, readonly StoredEvent[]>): Unwitnessed[] {
  const firsts = Array.from(chains.values()).flatMap(
    (events) => events.find((e) => e.seq === 1) ?? [],
  )
  const hashes = new Map(firsts.map(({ complaint, hash }) => [complaint, shortened(hash)]))
  const found = new Map<string, Unwitnessed>()
  for (const { complaint: other, written } of firsts)
    for (const [name, known] of Object.entries(written ?? {})) {
      const complaint = name.slice(MARK.length)
      if (!isWitness(name) || hashes.get(complaint) === known) continue
      const problem = hashes.has(complaint) ? 'report-rewritten' : 'report-dropped'
      found.set(complaint, { problem, complaint, other })
    }
  return [...found.values()]
}

function shortened(hash: string): string {
  return hash.slice(0, 32)
}
