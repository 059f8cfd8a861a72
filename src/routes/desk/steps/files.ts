import { fileSource } from '../../../domain/case/parties.ts'
import { rulesOf } from '../../../domain/city/city.ts'
import { receiveFiles } from '../../receive-files.ts'
import { loadAgain } from '../readable.ts'
import type { Step } from './step.ts'

export const files: Step = {
  name: 'attach',
  path: 'caseFiles',
  fields: { berkas: 'attachmentId' },
  anyVersion: true,
  form: ({ t }) => ({
    title: t.deskForms.files.title,
    multipart: true,
    send: t.deskForms.files.send,
    fields: [
      {
        kind: 'files',
        name: 'berkas',
        label: t.deskForms.files.label,
        hint: t.deskForms.files.hint,
      },
    ],
  }),
  meant: async (c, posted) => {
    const { dossier, staff, now, city } = c.var
    const source = fileSource(staff, dossier.complaint, now, rulesOf(city))
    const sender = { actor: staff, source, sent: posted.files('berkas') }
    const { errors } = await receiveFiles(c, dossier, sender)
    await loadAgain(c)
    if (errors.length > 0) return { errors }
    const found = c.var.dossier
    return { did: 'attach', result: { ok: true, complaint: found.complaint, found, queued: [] } }
  },
}
