import { Hono } from 'hono'
import { beginAttempt } from '../../auth/passkey/attempt.ts'
import { toShow } from '../../auth/passkey/options.ts'
import { passkeysOf } from '../../db/passkeys.ts'
import { limited, refused } from '../../forms/answers.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { readForm } from '../../forms/read.ts'
import type { AppEnv } from '../../http.ts'
import { challengeFor } from '../../middleware/passkey.ts'
import { RETURN_FIELD, safeReturn } from '../../middleware/safe-return.ts'
import { signInByKey } from '../../middleware/sign-in.ts'
import { patterns } from '../../paths.ts'
import { sessionIn } from './second-step.tsx'
import { signInPage } from './session.tsx'

/** By a passkey instead of the password; and what any of them is asked when it is shown. */
export const keySignIn = new Hono<AppEnv>()

keySignIn.get(patterns.keySignIn, async (c) => {
  const url = c.env.PUBLIC_URL
  const session = c.req.query('sesi') === undefined ? null : await sessionIn(c)
  if (session) {
    const challenge = await challengeFor(c, 'show', session.sessionId)
    const known = await passkeysOf(c.var.db, session.staff.id)
    return c.json(toShow({ url, challenge, known }, false))
  }
  const challenge = await challengeFor(c, 'enter', beginAttempt(c))
  return c.json(toShow({ url, challenge, known: [] }, true))
})

keySignIn.post(patterns.keySignIn, async (c) => {
  const { t } = c.var
  const { typed } = await readForm(c)
  const back = (text: string) => ({ typed, errors: [{ field: null, text }] })
  const signed = await signInByKey(c, typed[PASSKEY] ?? '')
  if (signed.kind === 'in') return c.redirect(safeReturn(typed[RETURN_FIELD]), 303)
  if (signed.kind === 'copied') return refused(c, back(t.account.keyCopied), signInPage)
  if (signed.kind === 'wrong') return refused(c, back(t.account.keyWrong), signInPage)
  const { seconds } = signed
  return limited(c, back(t.session.tooMany(Math.ceil(seconds / 60))), seconds, signInPage)
})
