import { GENESIS } from './chain.ts'
import { canonicalJson, sha256Hex } from './digest.ts'

export interface KeptEntry {
  seq: number
  at: number
  by: string
  kind: string
  agencyId: number
  of: number | null
  words: string | null
  facts: string
  previous: string
  hash: string
}

export interface EntryFinding {
  problem: 'oversight-altered' | 'oversight-gap'
  seq: number
}

export function entryHash(entry: Omit<KeptEntry, 'hash'>): Promise<string> {
  const { seq, at, by, kind, agencyId, of, words, facts, previous } = entry
  return sha256Hex(canonicalJson({ seq, at, by, kind, agencyId, of, words, facts, previous }))
}

/** `entries`: all of them, in order. */
export async function verifyEntries(entries: readonly KeptEntry[]): Promise<EntryFinding[]> {
  const findings: EntryFinding[] = []
  let [previous, next] = [GENESIS, 1]
  for (const entry of entries) {
    const { seq } = entry
    if (entry.previous !== previous || seq !== next)
      findings.push({ problem: 'oversight-gap', seq })
    if ((await entryHash(entry)) !== entry.hash)
      findings.push({ problem: 'oversight-altered', seq })
    ;[previous, next] = [entry.hash, seq + 1]
  }
  return findings
}
