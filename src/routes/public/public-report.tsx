import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Dossier } from '../../db/dossier.ts'
import { parseReference } from '../../domain/text/reference.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { type PublicBrief, type PublicReport, publicSight } from '../../sights/public.ts'
import { publicPhoto } from '../../sights/public-photos.ts'
import { dossierNamed } from '../dossier-named.ts'
import { serveFile } from '../serve-file.ts'
import { siteOf } from './site.ts'

export const publicReport = new Hono<AppEnv>()

publicReport.get(patterns.publicReport, async (c) => {
  const found = await publicDossier(c)
  if (!found) return c.notFound()
  const { city, t } = c.var
  const { reference } = found.sight
  cachePublic(c, { tags: [tagOf(found.sight)] })
  if (found.sight.kind === 'brief') {
    const { ReportBrief } = await import('../../views/public/report-brief.tsx')
    return c.render(<ReportBrief t={t} site={siteOf(city)} brief={found.sight} />)
  }
  const { ReportPage } = await import('../../views/public/report.tsx')
  return c.render(
    <ReportPage
      t={t}
      site={siteOf(city)}
      report={found.sight}
      canonical={c.env.PUBLIC_URL + build('publicReport', { nomor: reference })}
    />,
  )
})

publicReport.get(patterns.publicFile, async (c) => {
  const found = await publicDossier(c)
  if (!found) return c.notFound()
  const { city, now } = c.var
  const photo = publicPhoto(found.dossier, city, now, c.req.param('id'))
  return serveFile(c, photo, [tagOf(found.sight)])
})

function tagOf({ reference }: PublicBrief | PublicReport): string {
  return `laporan-${reference}`
}

/** By its number, where anyone may know of it. @throws HTTPException 410 where it was public once. */
async function publicDossier(
  c: AppContext,
): Promise<{ dossier: Dossier; sight: PublicBrief | PublicReport } | null> {
  const { city, now } = c.var
  const number = parseReference(c.req.param('nomor') ?? '', city.settings.prefix)
  const dossier = number.ok ? await dossierNamed(c, number.reference) : null
  const sight = dossier && publicSight(dossier, city, now)
  if (!sight) return null
  if (sight.kind === 'gone') throw new HTTPException(410)
  return { dossier, sight }
}
