import type { Said } from '../../sights/said.ts'
import type { Speaker } from '../../sights/speaker.ts'
import type { Words } from '../../words/words.ts'
import type { DialogueMessage } from './history.tsx'

/** 'Dinas Perhubungan', 'Verifikator', 'Anda'. */
export function speakerName(t: Words, by: Speaker): string {
  if (by.kind === 'reporter') return t.status.you
  return by.kind === 'agency' ? by.agency.name : t.status.verifier
}

/** A message as citizens read it; `ofRoot`: said for a root to all who joined it. */
export function messageFor(t: Words, said: Said & { ofRoot?: boolean }): DialogueMessage {
  const note = said.ofRoot ? t.status.ofRoot : said.screening ? t.status.screening : undefined
  return {
    at: said.at,
    by: speakerName(t, said.by),
    mine: said.by.kind === 'reporter',
    text: said.words ?? t.status.erased,
    note,
  }
}
