import { Hono } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import { isAboutEarlier } from '../../domain/case/earlier.ts'
import { refused } from '../../forms/answers.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { reporterFile } from '../../sights/reporter-files.ts'
import { ownText } from '../own-text.ts'
import { serveFile } from '../serve-file.ts'
import { reporterOnly } from './reporter.ts'
import { statusPage } from './status.tsx'
import { versionOf } from './status-token.ts'

export const statusFiles = new Hono<AppEnv>()

statusFiles.post(patterns.statusFiles, reporterOnly, async (c) => takeFiles(c, await readForm(c)))

/** The first answers an open question. `news`: of the words that came too and are kept already. */
export async function takeFiles(c: AppContext, posted: Posted, news?: string): Promise<Response> {
  const { dossier, t } = c.var
  const nomor = dossier.complaint.reference
  const { kiriman = '' } = posted.typed
  const early = isAboutEarlier(dossier, await versionOf(c, nomor, kiriman), 'answer')
  const sent = posted.files('berkas')
  const sender = { actor: { kind: 'reporter' as const }, source: 'reporter' as const, sent, early }
  const { receiveFiles } = await import('../receive-files.ts')
  const { kept, closed, errors } = await receiveFiles(c, dossier, sender)
  const fresh = (await dossierByReference(c.var.db, nomor)) ?? dossier
  const answered = fresh.complaint.state !== dossier.complaint.state
  if (errors.length === 0)
    return c.redirect(
      `${build('status', { nomor })}?kabar=${newsOf(news ?? (answered ? 'answer' : 'attach'), closed)}`,
      303,
    )
  c.set('dossier', fresh)
  const done = [
    ownText(t.status.said, news),
    kept > 0 ? t.files.kept(kept) : undefined,
    closed > 0 ? t.files.closed : undefined,
  ]
    .filter(Boolean)
    .join(' ')
  return refused(c, { typed: {}, errors, ...(done ? { said: done } : {}) }, statusPage)
}

/** Whoever sent a photo that broke off can look at it, and send it again. */
function newsOf(news: string, closed: number): string {
  return closed > 0 && (news === 'answer' || news === 'attach') ? `${news}_closed` : news
}

/** A file of the reporter's own complaint, whoever added it, as soon as its page names it. */
statusFiles.get(patterns.statusFile, reporterOnly, (c) => {
  const { dossier, city, now } = c.var
  return serveFile(c, reporterFile(dossier, city, now, c.req.param('id')))
})
