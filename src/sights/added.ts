import type { Dossier, MessageRow } from '../db/dossier.ts'
import { fieldOfMessage } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { eyeOf } from './eye.ts'
import { openFiles } from './reporter-files.ts'
import { wordsOf } from './said.ts'

/** A file, answer or closing that came after the receipt, for a signed line of its own. */
export type Added = { seq: number; at: Instant } & (
  | { what: 'file'; digest: string }
  | { what: 'answer' | 'closing'; words: string }
)

export function addedSince(d: Dossier, city: City, now: Instant): Added[] {
  const sees = eyeOf({ kind: 'key' }, d.complaint, city, now)
  const files = [...openFiles(d, sees, now)].map(
    ({ seq, at, digest }): Added => ({ seq, at, what: 'file', digest }),
  )
  const words = d.messages
    .filter((m) => m.visibleFrom <= now && m.text !== null && sees(fieldOfMessage(m)))
    .flatMap(wordsAdded)
  return [...files, ...words].sort((a, b) => a.seq - b.seq)
}

function wordsAdded(m: MessageRow): Added[] {
  const { seq, at } = m
  if (m.kind === 'closure') return [{ seq, at, what: 'closing', words: wordsOf(m) }]
  if (m.kind === 'answer' || m.kind === 'reply')
    return [{ seq, at, what: 'answer', words: wordsOf(m) }]
  return []
}
