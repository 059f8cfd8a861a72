import type { MiddlewareHandler } from 'hono'
import { hasSession } from '../../auth/reporter-session.ts'
import { requests } from '../../copy/id/requests.ts'
import { dossierByReference } from '../../db/dossier.ts'
import { parseReference } from '../../domain/reference.ts'
import type { AppEnv } from '../../http.ts'
import { refuse } from '../../middleware/refuse.ts'
import { isFromOwnForm } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'

/**
 * Lets only the holder of number and key pass, with the whole dossier beside the request.
 * Others are asked for the key, whether or not there is such a number.
 */
export const reporterOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const number = parseReference(c.req.param('nomor') ?? '', c.var.city.settings.prefix)
  if (!number.ok) return c.redirect(patterns.track, 303)
  const askKey = () => c.redirect(build('statusLink', { nomor: number.reference }), 303)
  if (!(await hasSession(c, number.reference))) return askKey()
  if (!(await isFromOwnForm(c, number.reference))) refuse(403, requests.unknownOrigin)
  const dossier = await dossierByReference(c.var.db, number.reference)
  if (!dossier) return askKey()
  c.set('dossier', dossier)
  return next()
}
