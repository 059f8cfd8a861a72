import type { Dossier } from '../db/dossier.ts'
import { isShown } from '../domain/case/shown.ts'
import { type Eye, shown } from './eye.ts'

type Row = Dossier['row']

export type OwnWords = Pick<
  Row,
  'title' | 'text' | 'landmark' | 'lat' | 'lng' | 'onBehalf' | 'loss' | 'settlement'
> & { incidentDay: Row['incidentDay'] | null }

/** What verifiers made of their words for the agency, oldest first; empty while there is none. */
export function screenedCopies(
  { complaint, row, messages, shown: page }: Dossier,
  sees: Eye,
): string[] {
  if (!complaint.anonymous || !sees('screenedText') || row.screenedText === null) return []
  const first = [row.releasedTitle, row.screenedText].filter(Boolean).join('\n\n')
  return [first, ...messages.flatMap((m) => (isShown(page, m) && m.screened) || [])]
}

export function ownWords(row: Row, sees: Eye): OwnWords {
  return {
    title: shown(sees, 'originalTitle', row.title),
    text: shown(sees, 'originalText', row.text),
    incidentDay: shown(sees, 'originalText', row.incidentDay),
    landmark: shown(sees, 'originalText', row.landmark),
    lat: shown(sees, 'exactPoint', row.lat),
    lng: shown(sees, 'exactPoint', row.lng),
    onBehalf: shown(sees, 'originalText', row.onBehalf),
    loss: shown(sees, 'originalText', row.loss),
    settlement: shown(sees, 'originalText', row.settlement),
  }
}
