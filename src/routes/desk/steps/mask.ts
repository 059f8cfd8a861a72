import { maskedRows } from '../../../db/ledger/rows.ts'
import { maskPersonalData } from '../../../domain/text/screening.ts'
import { toMask } from '../../../sights/drafts.ts'
import { wordsOf } from '../../../sights/said.ts'
import { personalFields } from './doubts.ts'
import type { Step } from './step.ts'

/** What an agency has said to the reporter or the public, each with a copy to edit. */
export const mask: Step = {
  name: 'mask',
  path: 'caseMasking',
  fields: { teks: 'masked', alasan: 'text' },
  form: ({ t, dossier }) =>
    toMask(dossier).map((said) => ({
      id: `mask-${said.seq}`,
      title: t.deskForms.mask.title(t.moment(said.at)),
      send: t.deskForms.mask.send,
      note: t.deskForms.mask.note,
      fields: [
        { kind: 'fixed', name: 'pesan', label: '', value: String(said.seq) },
        {
          kind: 'area',
          name: 'teks',
          label: t.deskForms.mask.text,
          value: maskPersonalData(wordsOf(said)),
        },
        { kind: 'low', name: 'alasan', label: t.deskForms.mask.reason },
      ],
    })),
  sent: (posted) => `mask-${posted.id('pesan') ?? 0}`,
  doubts: (_c, posted) => personalFields(posted, 'teks'),
  meant: ({ var: { dossier } }, posted) => {
    const said = toMask(dossier).find(({ seq }) => seq === posted.id('pesan'))
    if (!said) return { refusal: { refused: 'already_said' } }
    const masked = posted.text('teks')
    return {
      command: { name: 'mask', messageSeq: said.seq, masked, text: posted.text('alasan') },
      extra: { rows: () => maskedRows(said, masked) },
    }
  },
}
