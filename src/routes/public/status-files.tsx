import { Hono } from 'hono'
import { files as say } from '../../copy/id/files.ts'
import { dossierByReference } from '../../db/dossier.ts'
import type { AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { receiveFiles } from '../receive-files.ts'
import { serveFile } from '../serve-file.ts'
import { reporterOnly } from './reporter.ts'
import { statusPage } from './status.tsx'

export const statusFiles = new Hono<AppEnv>()

statusFiles.post(patterns.statusFiles, reporterOnly, async (c) => {
  const { dossier } = c.var
  const nomor = dossier.complaint.reference
  const { kept, errors } = await receiveFiles(c, dossier, { kind: 'reporter' }, 'reporter')
  if (errors.length === 0) return c.redirect(`${build('status', { nomor })}?kabar=attach`, 303)
  c.set('dossier', (await dossierByReference(c.var.db, nomor)) ?? dossier)
  c.status(422)
  return c.render(await statusPage(c, { errors, ...(kept > 0 ? { said: say.kept(kept) } : {}) }))
})

/** A file of the reporter's own complaint, whoever added it. */
statusFiles.get(patterns.statusFile, reporterOnly, (c) => {
  const file = c.var.dossier.attachments.find((a) => a.id === c.req.param('id'))
  return serveFile(c, file)
})
