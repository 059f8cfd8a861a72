import type { Decision } from '../../domain/case/command.ts'
import type { PhotoAudience } from '../../domain/case/release.ts'
import type { Written } from '../../seal/chain.ts'
import type { Case } from '../cases.ts'
import type { ComplaintInsert } from '../complaint-rows.ts'
import type { Database } from '../database.ts'
import type { Statement } from './statement.ts'
import type { Write } from './write.ts'

export interface FiledWords {
  title: string
  text: string
  incidentDay: string
  landmark: string | null
  lat: number | null
  lng: number | null
  onBehalf: string | null
  loss: string | null
  settlement: string | null
  laporNumber: string | null
}

export type WordColumns = Partial<
  Pick<
    ComplaintInsert,
    | 'title'
    | 'text'
    | 'salt'
    | 'releasedTitle'
    | 'releasedText'
    | 'screenedText'
    | 'landmark'
    | 'lat'
    | 'lng'
    | 'onBehalf'
    | 'loss'
    | 'settlement'
    | 'keyHash'
  >
>

/** Kept for the seconds in which a verifier's decision may be taken back. */
export interface ReplacedWords {
  columns: WordColumns
  /** By the file's id. */
  photos: Record<string, PhotoAudience>
}

export interface Change {
  decision: Decision
  /** As it was read; null: it is filed with this. */
  found: Case | null
  filed?: FiledWords & { keyHash: string | null }
  columns?: WordColumns
  replaced?: ReplacedWords
  /** The verifier's screened copy of an earlier message. */
  screened?: string
  /** Of a filing: what it knows of those before it. */
  witness?: Written
  /** They stand or fall with the event, which vouches for them. */
  rows?: (seq: number) => Write[]
  /** They stand or fall with it, too: what the history does not vouch for. */
  beside?: (db: Database) => Statement[]
}

/** What comes with a command beside what the rules decide. */
export type Extra = Omit<Change, 'decision' | 'found' | 'filed'>
