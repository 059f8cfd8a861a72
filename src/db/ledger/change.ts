import type { Decision } from '../../domain/case/command.ts'
import type { PhotoAudience } from '../../domain/case/release.ts'
import type { ComplaintInsert } from '../complaint-rows.ts'
import type { Database } from '../database.ts'
import type { Statement } from './statement.ts'

/** The filer's own words, kept apart from what the rules see. */
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

/** Columns of the complaint row that hold words, set beside those of the rules. */
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

/** What a verifier's decision replaced, kept for the seconds in which it may be taken back. */
export interface ReplacedWords {
  columns: WordColumns
  /** Whom each file was shown to, by its id. */
  photos: Record<string, PhotoAudience>
}

/** One decision with the words and rows that belong to it. */
export interface Change {
  decision: Decision
  /** Only for filing. */
  filed?: FiledWords & { keyHash: string | null }
  columns?: WordColumns
  replaced?: ReplacedWords
  /** The verifier's screened copy of an earlier message. */
  screened?: string
  /** Rows of identity, filing, attachment, reveal that stand or fall with the event. */
  rows?: (db: Database, seq: number) => Statement[]
}
