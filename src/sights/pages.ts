import type { Dossier } from '../db/dossier.ts'

/** Which part of the history is shown. */
export interface Pages {
  /** Event before which the page behind this one begins. */
  older: number | null
  /** Nothing happened after it. */
  newest: boolean
}

export function pagesOf({ shown, row }: Pick<Dossier, 'shown' | 'row'>): Pages {
  return { older: shown.from > 1 ? shown.from : null, newest: shown.before > row.version }
}
