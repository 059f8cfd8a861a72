import type { MessageRow } from '../db/dossier.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type Speaker, speakerOf } from './speaker.ts'

export interface Said {
  at: Instant
  by: Speaker
  /** Null once erased, or where nothing but a file was sent. */
  words: string | null
  /** A verifier reads it before the agency does. */
  screening: boolean
}

export function saidIn(m: MessageRow, city: City): Said {
  return {
    at: m.at,
    by: speakerOf(m, city),
    words: wordsOf(m) || null,
    screening: m.state === 'screening',
  }
}

/** As others than the staff read it. A closing's reason comes after an empty line. */
export function wordsOf({
  text,
  reason,
  masked,
}: Pick<MessageRow, 'text' | 'reason' | 'masked'>): string {
  return masked ?? [text, reason].filter(Boolean).join('\n\n')
}
