import type { MiddlewareHandler } from 'hono'
import { closeSession, sessionSince } from '../../auth/reporter-session.ts'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { parseReference } from '../../domain/text/reference.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { wrongKey } from '../../middleware/limits.ts'
import { readingOf } from '../../middleware/reading.ts'
import { refuse } from '../../middleware/refuse.ts'
import { isFromOwnForm } from '../../middleware/same-origin.ts'
import { patterns } from '../../paths.ts'
import { dossierNamed } from '../dossier-named.ts'
import { keyOpens } from './key-opens.ts'
import { openedAgain, reporterEnded } from './reporter-again.tsx'
import { markAnswer } from './without-cookies.ts'

/** Others are asked for the key, whether or not there is such a number. */
export const reporterOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const number = parseReference(c.req.param('nomor') ?? '', c.var.city.settings.prefix)
  if (!number.ok) return c.redirect(patterns.track, 303)
  const key = bearerOf(c)
  if (key !== null) {
    c.set('dossier', await dossierByKey(c, number.reference, key))
    return next()
  }
  const opened = await openedAgain(c, number.reference)
  if (opened instanceof Response) return opened
  if (opened) {
    c.set('dossier', opened)
    await next()
    return markAnswer(c)
  }
  const askKey = () => reporterEnded(c, number.reference)
  const since = await sessionSince(c, number.reference)
  if (since === null) return askKey()
  if (!(await isFromOwnForm(c, number.reference))) refuse(403, c.var.t.requests.unknownOrigin)
  const dossier = await dossierNamed(c, number.reference)
  if (!dossier) return askKey()
  if (since < renewedAt(dossier)) {
    closeSession(c, number.reference)
    return askKey()
  }
  c.set('dossier', dossier)
  return next()
}

/** Whoever came in by the key before is out. */
function renewedAt({ events }: Dossier): number {
  return events.findLast(({ type }) => type === 'renew_key')?.at ?? 0
}

/** The key of a program that reads text or JSON, no more (docs/data.md, Reporter access). */
function bearerOf(c: AppContext): string | null {
  if (
    c.req.method !== 'GET' ||
    !/^(text\/plain|application\/json)/.test(c.req.header('Accept') ?? '')
  )
    return null
  return /^Bearer +(.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? null
}

/** Opens no session; a wrong key and an unknown number answer and count alike. */
async function dossierByKey(c: AppContext, reference: string, key: string): Promise<Dossier> {
  const { t } = c.var
  const dossier = await dossierByReference(c.var.db, reference, readingOf(c))
  if ((await keyOpens(c.env, key, dossier)) && dossier) return dossier
  await wrongKey(c, reference)
  c.header('WWW-Authenticate', 'Bearer')
  return refuse(401, t.track.notFound)
}
