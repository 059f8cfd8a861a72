import { Hono } from 'hono'
import { sessionToken } from '../../auth/staff-session.ts'
import { type StaffSession, staffBySession } from '../../db/staff-sessions.ts'
import { type Back, FRESH, limited, refused } from '../../forms/answers.ts'
import { readForm, type Typed } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { RETURN_FIELD, safeReturn } from '../../middleware/safe-return.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { showSecond } from '../../middleware/second-step.ts'
import { build, patterns } from '../../paths.ts'
import { SecondStepPage } from '../../views/office/second-step.tsx'
import { siteOf } from '../public/site.ts'

/** Between the password and the desk, for whoever has a second step. */
export const secondStep = new Hono<AppEnv>()

secondStep.get(patterns.secondStep, async (c) => {
  const typed = { kembali: c.req.query('kembali') ?? '' }
  return (await elsewhere(c, typed)) ?? c.render(await page(c, { ...FRESH, typed }))
})

secondStep.post(patterns.secondStep, async (c) => {
  const { t } = c.var
  const { typed, line } = await readForm(c)
  const session = await owing(c)
  if (!session) return (await elsewhere(c, typed)) ?? c.notFound()
  const back = (text: string) => ({ typed, errors: [{ field: 'angka', text }] })
  if (line('angka') === '') return refused(c, back(t.session.codeMissing), page)
  const shown = await showSecond(c, session, line('angka'))
  if (shown.kind === 'wrong') return refused(c, back(t.session.wrongCode), page)
  if (shown.kind === 'shown') return c.redirect(safeReturn(typed[RETURN_FIELD]), 303)
  const { seconds } = shown
  return limited(c, back(t.session.tooManyCodes(Math.ceil(seconds / 60))), seconds, page)
})

async function session(c: AppContext): Promise<StaffSession | null> {
  const token = await sessionToken(c)
  return token ? staffBySession(c.var.db, token, c.var.now) : null
}

async function owing(c: AppContext): Promise<StaffSession | null> {
  const found = await session(c)
  return found?.owes ? found : null
}

/** Null: the second step is what comes next. */
async function elsewhere(c: AppContext, typed: Typed): Promise<Response | null> {
  const back = safeReturn(typed[RETURN_FIELD])
  const found = await session(c)
  if (found?.owes) return null
  if (found) return c.redirect(back, 303)
  return c.redirect(`${build('signIn')}?${new URLSearchParams({ [RETURN_FIELD]: back })}`, 303)
}

async function page(c: AppContext, { typed, errors }: Back) {
  return (
    <SecondStepPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      token={await staffFormToken(c)}
      back={{ field: RETURN_FIELD, to: safeReturn(typed[RETURN_FIELD]) }}
      errors={errors}
    />
  )
}
