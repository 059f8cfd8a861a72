import { cleanEmail } from '../db/staff.ts'
import { lateForm, sessionEnded } from '../forms/ended-session.ts'
import type { FieldError } from '../forms/field-error.ts'
import { AGAIN } from '../forms/kept.ts'
import type { AppContext } from '../http.ts'
import { build } from '../paths.ts'
import { StaffEnded } from '../views/office/ended.tsx'
import type { Words } from '../words/words.ts'
import { RETURN_FIELD } from './safe-return.ts'
import { signIn } from './sign-in.ts'

/** A page that was asked for is sent to sign-in; a form that was sent asks for it itself. */
export function staffEnded(
  c: AppContext,
  status: 401 | 422 | 429 = 401,
  errors: FieldError[] = [],
  email?: string,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const href = `${build('signIn')}?${new URLSearchParams({ [RETURN_FIELD]: pathname + search })}`
  const site = c.var.city.settings
  return sessionEnded(
    c,
    {
      href,
      draw: (ended) => (
        <StaffEnded t={c.var.t} site={site} ended={ended} email={email} signIn={href} />
      ),
    },
    { status, errors },
  )
}

/**
 * Of a form that brings address and password: the token of the session that it began, or the answer
 * that keeps its words. null of any other. The session that the browser has is not looked at.
 */
export async function signedInAgain(c: AppContext): Promise<string | Response | null> {
  const posted = await lateForm(c)
  if (posted?.typed[AGAIN.password] === undefined) return null
  const { t } = c.var
  const email = cleanEmail(posted.typed[AGAIN.email] ?? '')
  const password = posted.typed[AGAIN.password] ?? ''
  const missing = missingIn(t, email, password)
  if (missing.length > 0) return staffEnded(c, 422, missing, email)
  const signed = await signIn(c, email, password)
  if (signed.kind === 'in') return signed.token
  const at = (text: string) => [{ field: AGAIN.email, text }]
  if (signed.kind === 'wrong') return staffEnded(c, 422, at(t.session.wrong), email)
  c.header('Retry-After', String(signed.seconds))
  return staffEnded(c, 429, at(t.session.tooMany(Math.ceil(signed.seconds / 60))), email)
}

function missingIn(t: Words, email: string, password: string): FieldError[] {
  return [
    ...(email.includes('@') ? [] : [{ field: AGAIN.email, text: t.session.emailMissing }]),
    ...(password ? [] : [{ field: AGAIN.password, text: t.session.passwordMissing }]),
  ]
}
