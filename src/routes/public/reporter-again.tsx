import { openSession } from '../../auth/reporter-session.ts'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { lateForm, sessionEnded } from '../../forms/ended-session.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { AGAIN } from '../../forms/kept.ts'
import type { AppContext } from '../../http.ts'
import { waitAfterWrongKey } from '../../middleware/limits.ts'
import { ReporterEnded } from '../../views/public/ended.tsx'
import { keyOpens } from './key-opens.ts'
import { siteOf } from './site.ts'
import { whereKeyIsAsked } from './without-cookies.ts'

/** A page that was asked for is sent to where the key is asked; a form that was sent asks itself. */
export function reporterEnded(
  c: AppContext,
  reference: string,
  status: 401 | 422 | 429 = 401,
  errors: FieldError[] = [],
): Promise<Response> {
  const site = siteOf(c.var.city)
  return sessionEnded(
    c,
    {
      href: whereKeyIsAsked(c, reference),
      draw: (ended) => (
        <ReporterEnded t={c.var.t} site={site} ended={ended} reference={reference} />
      ),
    },
    { status, errors },
  )
}

/**
 * Of a form that brings the key: the report, with a session for it, or the answer that keeps its words.
 * null of any other. The session that the browser has is not looked at.
 */
export async function openedAgain(
  c: AppContext,
  reference: string,
): Promise<Dossier | Response | null> {
  const key = (await lateForm(c))?.typed[AGAIN.key]
  if (key === undefined) return null
  const { t } = c.var
  const at = (text: string) => [{ field: AGAIN.key, text }]
  if (key.trim() === '') return reporterEnded(c, reference, 422, at(t.ended.keyMissing))
  const dossier = await dossierByReference(c.var.db, reference)
  if ((await keyOpens(c.env, key, dossier)) && dossier) {
    await openSession(c, reference)
    return dossier
  }
  const seconds = await waitAfterWrongKey(c, reference)
  if (seconds === null) return reporterEnded(c, reference, 422, at(t.ended.wrongKey))
  c.header('Retry-After', String(seconds))
  return reporterEnded(c, reference, 429, at(t.ended.wait(Math.ceil(seconds / 60))))
}
