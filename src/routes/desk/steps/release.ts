import { unlisted } from '../../../forms/unlisted.ts'
import { copiesToEdit, isReleasable } from '../../../sights/drafts.ts'
import { personalFields } from './doubts.ts'
import { released, releaseOf } from './release-decision.ts'
import { releaseFields } from './release-fields.ts'
import type { Step } from './step.ts'

export const release: Step = {
  name: 'release',
  path: 'caseRelease',
  fields: { judul_rilis: 'release.title', teks_rilis: 'release.text', titik: 'release.point' },
  title: (t) => t.deskForms.release.title,
  lacks: ({ dossier: { complaint } }) => (isReleasable(complaint) ? null : 'never_public'),
  form: ({ t, dossier, staff, city, ctx }) =>
    !isReleasable(dossier.complaint) || dossier.complaint.leadAgencyId === null
      ? null
      : {
          title: t.deskForms.release.title,
          send: t.deskForms.release.send,
          note: t.deskForms.release.once,
          fields: releaseFields(t, dossier, city, {
            withDecision: false,
            copies: copiesToEdit(dossier, staff, city, ctx.now),
          }),
        },
  doubts: (_c, posted) => personalFields(posted, 'judul_rilis', 'teks_rilis'),
  meant: (c, posted) => {
    const decision = releaseOf(c, posted, true)
    const photos = c.var.dossier.attachments.map(({ id }) => id)
    const lists = { foto: photos, foto_opd: photos }
    const errors = unlisted(posted, lists, c.var.t.deskForms.unlisted)
    if (errors.length > 0) return { errors, judged: { name: 'release', release: decision } }
    const extra = released(c, decision, posted, {})
    return { command: { name: 'release', release: decision }, extra }
  },
}
