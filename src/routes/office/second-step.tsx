import { Hono } from 'hono'
import { sessionToken } from '../../auth/staff-session.ts'
import { passkeysOf } from '../../db/passkeys.ts'
import { type StaffSession, staffBySession } from '../../db/staff-sessions.ts'
import { type Back, FRESH, limited, refused } from '../../forms/answers.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { readForm, type Typed } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { RETURN_FIELD, safeReturn } from '../../middleware/safe-return.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { notShown, showSecond } from '../../middleware/second-step.ts'
import { isProved } from '../../middleware/staff.ts'
import { build, patterns } from '../../paths.ts'
import { SecondStepPage } from '../../views/office/second-step.tsx'
import { siteOf } from '../public/site.ts'

/** Between the password and the desk, for whoever has a second step; and again before what asks for proof. */
export const secondStep = new Hono<AppEnv>()

secondStep.get(patterns.secondStep, async (c) => {
  const typed = { kembali: c.req.query('kembali') ?? '' }
  const found = await sessionIn(c)
  if (!isNext(c, found)) return elsewhere(c, found, typed)
  return c.render(await pageOf(found)(c, { ...FRESH, typed }))
})

secondStep.post(patterns.secondStep, async (c) => {
  const { t } = c.var
  const { typed, line } = await readForm(c)
  const session = await sessionIn(c)
  if (!isNext(c, session)) return elsewhere(c, session, typed)
  const page = pageOf(session)
  const key = typed[PASSKEY] ?? ''
  const back = (text: string) => ({
    typed,
    errors: [{ field: key === '' ? 'angka' : null, text }],
  })
  if (key === '' && line('angka') === '') return refused(c, back(t.session.codeMissing), page)
  const shown = await showSecond(c, session, { typed: line('angka'), key })
  if (shown.kind === 'shown') return c.redirect(safeReturn(typed[RETURN_FIELD]), 303)
  const said = back(notShown(t, shown))
  if (shown.kind !== 'wait') return refused(c, said, page)
  return limited(c, said, shown.seconds, page)
})

/** Also of a session that has yet to show its second step. */
export async function sessionIn(c: AppContext): Promise<StaffSession | null> {
  const token = await sessionToken(c)
  return token ? staffBySession(c.var.db, token, c.var.now) : null
}

function isNext({ var: { now } }: AppContext, found: StaffSession | null): found is StaffSession {
  return found?.second === true && !isProved(found, now)
}

/** Where the second step is not what comes next. */
function elsewhere(c: AppContext, found: StaffSession | null, typed: Typed): Response {
  const back = safeReturn(typed[RETURN_FIELD])
  if (found) return c.redirect(back, 303)
  return c.redirect(`${build('signIn')}?${new URLSearchParams({ [RETURN_FIELD]: back })}`, 303)
}

function pageOf({ staff }: StaffSession) {
  return async (c: AppContext, { typed, errors }: Back) => (
    <SecondStepPage
      t={c.var.t}
      site={siteOf(c.var.city)}
      token={await staffFormToken(c)}
      back={{ field: RETURN_FIELD, to: safeReturn(typed[RETURN_FIELD]) }}
      hasKey={(await passkeysOf(c.var.db, staff.id)).length > 0}
      errors={errors}
    />
  )
}
