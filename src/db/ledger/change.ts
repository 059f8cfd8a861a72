import type { Decision } from '../../domain/case/command.ts'
import type { PhotoAudience } from '../../domain/case/release.ts'
import type { ComplaintInsert } from '../complaint-rows.ts'
import type { Database } from '../database.ts'
import type { Statement } from './statement.ts'

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
  filed?: FiledWords & { keyHash: string | null }
  columns?: WordColumns
  replaced?: ReplacedWords
  /** The verifier's screened copy of an earlier message. */
  screened?: string
  /** They stand or fall with the event. */
  rows?: (db: Database, seq: number) => Statement[]
}
