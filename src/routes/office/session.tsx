import { Hono } from 'hono'
import * as z from 'zod/mini'
import { dropCookie, sessionToken } from '../../auth/staff-session.ts'
import { cleanEmail } from '../../db/staff.ts'
import { endSession, endSessions } from '../../db/staff-sessions.ts'
import { type Back, FRESH, limited, refused } from '../../forms/answers.ts'
import { typed } from '../../forms/fields.ts'
import { readFields, type Typed } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { RETURN_FIELD, safeReturn } from '../../middleware/safe-return.ts'
import { signIn } from '../../middleware/sign-in.ts'
import { staffOnly } from '../../middleware/staff.ts'
import { build, patterns } from '../../paths.ts'
import { SignInPage } from '../../views/office/session.tsx'
import type { Words } from '../../words/words.ts'
import { ownText } from '../own-text.ts'
import { siteOf } from '../public/site.ts'

export const staffSession = new Hono<AppEnv>()

function newsOf(t: Words): Record<string, string> {
  return {
    keluar: t.session.signedOut,
    'keluar-semua': t.session.signedOutEverywhere,
    sandi: t.session.passwordSet,
    bukti: t.session.proofToTake,
  }
}

staffSession.get(patterns.signIn, (c) => c.render(signInPage(c, { ...FRESH, typed: asked(c) })))

function asked(c: AppContext): Typed {
  const kembali = c.req.query('kembali')
  return kembali === undefined ? {} : { kembali }
}

function fields(t: Words) {
  return z.object({
    email: typed(cleanEmail).check(
      z.refine((email) => email.includes('@'), t.session.emailMissing),
    ),
    sandi: z.string(t.session.passwordMissing).check(z.minLength(1, t.session.passwordMissing)),
  })
}

staffSession.post(patterns.signIn, async (c) => {
  const { t } = c.var
  const read = await readFields(c, fields(t))
  const { typed } = read.posted
  if (!read.ok) return refused(c, { typed, errors: read.errors }, signInPage)
  const { email, sandi } = read.fields
  const back = (text: string) => ({ typed, errors: [{ field: 'email', text }] })
  const signed = await signIn(c, email, sandi)
  if (signed.kind === 'wait') {
    const { seconds } = signed
    return limited(c, back(t.session.tooMany(Math.ceil(seconds / 60))), seconds, signInPage)
  }
  if (signed.kind !== 'in') return refused(c, back(t.session.wrong), signInPage)
  return c.redirect(after(signed.owes, typed[RETURN_FIELD]), 303)
})

function after(owes: boolean, kembali: string | undefined): string {
  const back = safeReturn(kembali)
  return owes ? `${build('secondStep')}?${new URLSearchParams({ [RETURN_FIELD]: back })}` : back
}

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

export function signInPage(c: AppContext, { typed, errors }: Back) {
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
