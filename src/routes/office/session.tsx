import { type Context, Hono } from 'hono'
import { rememberDevice } from '../../auth/known-device.ts'
import { dropCookie, sessionToken } from '../../auth/staff-session.ts'
import { cleanEmail } from '../../db/staff.ts'
import { endSession, endSessions } from '../../db/staff-sessions.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { RETURN_FIELD, safeReturn } from '../../middleware/safe-return.ts'
import { staffOnly } from '../../middleware/staff.ts'
import { build, patterns } from '../../paths.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import { SignInPage } from '../../views/office/session.tsx'
import type { Words } from '../../words/words.ts'
import { ownText } from '../own-text.ts'
import { typedValues } from '../public/form-errors.ts'
import { siteOf } from '../public/site.ts'
import { waitBeforeSignIn } from './sign-in-limit.ts'

export const staffSession = new Hono<AppEnv>()

function newsOf(t: Words): Record<string, string> {
  return {
    keluar: t.session.signedOut,
    'keluar-semua': t.session.signedOutEverywhere,
    sandi: t.session.passwordSet,
  }
}

staffSession.get(patterns.signIn, (c) => c.render(page(c, [], { kembali: c.req.query('kembali') })))

staffSession.post(patterns.signIn, async (c) => {
  const typed = typedValues(await c.req.parseBody())
  const { sandi = '' } = typed
  const email = cleanEmail(typed.email ?? '')
  const missing = missingFields(c.var.t, email, sandi)
  if (missing.length > 0) return again(c, 422, missing, typed)
  const wait = await waitBeforeSignIn(c, email)
  if (wait !== null) return tooMany(c, wait, typed)
  const cookies = await signIn(c, email, sandi)
  if (!cookies) return again(c, 422, [{ field: 'email', text: c.var.t.session.wrong }], typed)
  const before = await sessionToken(c)
  if (before) await endSession(c.var.db, before)
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  await rememberDevice(c, email)
  return c.redirect(safeReturn(typed[RETURN_FIELD]), 303)
})

staffSession.post(patterns.signOut, async (c) => {
  const token = await sessionToken(c)
  if (token) await endSession(c.var.db, token)
  return left(c, 'keluar')
})

staffSession.post(patterns.signOutEverywhere, staffOnly, async (c) => {
  await endSessions(c.var.db, c.var.staff.id)
  return left(c, 'keluar-semua')
})

function left(c: AppContext, news: string) {
  dropCookie(c)
  return c.redirect(`${build('signIn')}?kabar=${news}`, 303)
}

/** Better-auth's cookies for a new session, or null where address and password do not match. */
async function signIn(c: AppContext, email: string, password: string): Promise<string[] | null> {
  const { staffAuth } = await import('../../auth/staff-auth.ts')
  const { api } = staffAuth(c.var.db, c.env)
  const answer = await api.signInEmail({ body: { email, password }, asResponse: true })
  if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
  return answer.ok ? answer.headers.getSetCookie() : null
}

function missingFields(t: Words, email: string, password: string): FieldError[] {
  return [
    ...(email.includes('@') ? [] : [{ field: 'email', text: t.session.emailMissing }]),
    ...(password === '' ? [{ field: 'sandi', text: t.session.passwordMissing }] : []),
  ]
}

function tooMany(c: AppContext, wait: number, typed: Record<string, string>) {
  const { t } = c.var
  c.header('Retry-After', String(wait))
  const text = t.session.tooMany(Math.ceil(wait / 60))
  return again(c, 429, [{ field: 'email', text }], typed)
}

function again(
  c: AppContext,
  status: 422 | 429,
  errors: FieldError[],
  typed: Record<string, string>,
) {
  c.status(status)
  return c.render(page(c, errors, typed))
}

function page(
  c: Context<AppEnv>,
  errors: FieldError[],
  typed: { email?: string; kembali?: string },
) {
  const { t } = c.var
  return (
    <SignInPage
      t={t}
      site={siteOf(c.var.city)}
      errors={errors}
      email={typed.email}
      back={typed.kembali ? { field: RETURN_FIELD, to: safeReturn(typed.kembali) } : undefined}
      news={ownText(newsOf(t), c.req.query('kabar'))}
    />
  )
}
