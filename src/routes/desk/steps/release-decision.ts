import type { Extra, WordColumns } from '../../../db/ledger/change.ts'
import { shownRows } from '../../../db/ledger/rows.ts'
import {
  audienceOf,
  type ChosenPhotos,
  photosAmong,
  type ReleaseDecision,
} from '../../../domain/case/release.ts'
import type { Posted } from '../../../forms/read.ts'
import type { AppContext } from '../../../http.ts'
import { copyIn } from './copy-fields.ts'

export function releaseOf(
  { var: { dossier } }: AppContext,
  posted: Posted,
  release: boolean,
): ReleaseDecision {
  return {
    release,
    title: posted.line('judul_rilis'),
    text: copyIn(posted, 'teks_rilis'),
    point: posted.has('titik'),
    photoIds: photosAmong(dossier.attachments, posted.all('foto')),
  }
}

export function released(
  { var: { dossier } }: AppContext,
  decision: ReleaseDecision,
  posted: Posted,
  columns: WordColumns,
): Extra {
  const { complaint, attachments } = dossier
  // an anonymous report's clean title is also what the agency sees of it
  const shows = decision.release || complaint.anonymous
  const words: WordColumns = {
    ...(shows ? { releasedTitle: decision.title } : {}),
    ...(decision.release ? { releasedText: decision.text } : {}),
    ...columns,
  }
  const chosen: ChosenPhotos = { ...decision, agencyPhotoIds: posted.all('foto_opd') }
  const { releasedTitle, releasedText, screenedText } = dossier.row
  return {
    columns: words,
    replaced: {
      columns: { releasedTitle, releasedText, screenedText },
      photos: Object.fromEntries(
        attachments.map(({ id, isPublic, forAgency }) => [id, { isPublic, forAgency }]),
      ),
    },
    rows: () => attachments.flatMap((a) => shownRows(a, audienceOf(complaint, a, chosen))),
  }
}
