import { isRefusal } from '../../../domain/case/command.ts'
import { screeningOf } from '../../../domain/case/drafts.ts'
import { traceOf } from '../../../domain/case/said-before.ts'
import { maskPersonalData } from '../../../domain/text/screening.ts'
import { toScreen } from '../../../sights/drafts.ts'
import { copyFields, copyIn } from './copy-fields.ts'
import { personalFields } from './doubts.ts'
import type { Step } from './step.ts'

/** Messages of an anonymous reporter, each with a copy to edit, for a verifier who may read them. */
export const screen: Step = {
  name: 'screen',
  path: 'caseScreening',
  fields: { teks: 'text' },
  form: ({ t, dossier, staff, city, ctx }) =>
    toScreen(dossier, staff, city, ctx.now).map(({ seq, text }) => ({
      id: `screen-${seq}`,
      title: t.deskForms.screen.title,
      first: true,
      send: t.deskForms.screen.send,
      fields: [
        { kind: 'fixed', name: 'pesan', label: '', value: String(seq) },
        ...copyFields(t, {
          name: 'teks',
          label: t.deskForms.screen.text,
          hint: t.deskForms.screen.hint,
          value: '',
          from: maskPersonalData(text ?? ''),
        }),
      ],
    })),
  sent: (posted) => `screen-${posted.id('pesan') ?? 0}`,
  leaves: (_c, posted) => {
    const messageSeq = posted.id('pesan') ?? 0
    return traceOf({ name: 'screen', messageSeq, text: copyIn(posted, 'teks') })
  },
  doubts: (_c, posted) => personalFields(posted, 'teks'),
  meant: ({ var: { dossier } }, posted) => {
    const text = copyIn(posted, 'teks')
    const meant = screeningOf(dossier.messages, posted.id('pesan') ?? 0, text)
    return isRefusal(meant) ? { refusal: meant } : { command: meant, extra: { screened: text } }
  },
}
