import { passkeysOf } from '../db/passkeys.ts'
import { cleanEmail } from '../db/staff.ts'
import type { StaffSession } from '../db/staff-sessions.ts'
import { lateForm, sessionEnded } from '../forms/ended-session.ts'
import type { FieldError } from '../forms/field-error.ts'
import { AGAIN } from '../forms/kept.ts'
import { type AppContext, isChange } from '../http.ts'
import { build } from '../paths.ts'
import { type AskedFor, StaffEnded } from '../views/office/ended.tsx'
import type { Words } from '../words/words.ts'
import { RETURN_FIELD } from './safe-return.ts'
import { staffFormToken } from './same-origin.ts'
import { notShown, showSecond } from './second-step.ts'
import { signIn, signInByKey } from './sign-in.ts'

interface Asked {
  status?: 401 | 422 | 429
  errors?: FieldError[]
  email?: string
  /** Address and password; where the session stands, the password or the second step alone. */
  ask?: AskedFor
  /** Id of the person of the session that stands. */
  whose?: string
  /** A file was asked for: they come back to the page that it lies on. */
  taking?: boolean
}

const DOORS = {
  who: 'signIn',
  password: 'signIn',
  second: 'secondStep',
  setUp: 'accountApp',
} as const satisfies Record<AskedFor, string>

/** A page that was asked for is sent to sign-in; a form that was sent asks for it itself. */
export async function staffEnded(
  c: AppContext,
  { status = 401, errors = [], email, ask = 'who', whose, taking = false }: Asked = {},
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const door = build(DOORS[ask])
  const page = taking ? pathname.slice(0, pathname.lastIndexOf('/')) : pathname
  const to = { [RETURN_FIELD]: page + search, ...(taking ? { kabar: 'bukti' } : {}) }
  const href = `${door}?${new URLSearchParams(to)}`
  const site = c.var.city.settings
  const token = ask === 'second' ? await staffFormToken(c) : undefined
  const hasKey = whose !== undefined && (await passkeysOf(c.var.db, whose)).length > 0
  const props = { t: c.var.t, site, email, ask, token, hasKey, signIn: href }
  return sessionEnded(
    c,
    { href, draw: (ended) => <StaffEnded {...props} ended={ended} /> },
    { status, errors },
  )
}

/** What the session is asked to show once more. */
export function askAgain(c: AppContext, session: StaffSession): Promise<Response> {
  const { second, email, staff, owes } = session
  const asked = second ? { ask: 'second' as const, whose: staff.id } : { ask: 'password' as const }
  return staffEnded(c, { ...asked, email, taking: !owes && !isChange(c) })
}

/**
 * Of a form that brings address and password: the token of the session that it began, or the answer
 * that keeps its words. null of any other. The session that the browser has is not looked at.
 */
export async function signedInAgain(c: AppContext): Promise<string | Response | null> {
  const posted = await lateForm(c)
  if (posted?.typed[AGAIN.password] === undefined) return null
  const { t } = c.var
  const key = posted.typed[AGAIN.passkey]
  if (key) return keyAgain(c, key)
  const email = cleanEmail(posted.typed[AGAIN.email] ?? '')
  const password = posted.typed[AGAIN.password] ?? ''
  const proof = posted.has(AGAIN.proof)
  const back = (status: 422 | 429, errors: FieldError[]) =>
    staffEnded(c, { status, errors, email, ask: proof ? 'password' : 'who' })
  const missing = missingIn(t, email, password)
  if (missing.length > 0) return back(422, missing)
  const signed = await signIn(c, email, password)
  if (signed.kind === 'in') return signed.token
  const at = (text: string) => [{ field: proof ? AGAIN.password : AGAIN.email, text }]
  if (signed.kind !== 'wait') return back(422, at(proof ? t.session.wrongProof : t.session.wrong))
  c.header('Retry-After', String(signed.seconds))
  return back(429, at(t.session.tooMany(Math.ceil(signed.seconds / 60))))
}

async function keyAgain(c: AppContext, key: string): Promise<string | Response> {
  const { t } = c.var
  const signed = await signInByKey(c, key)
  if (signed.kind === 'in') return signed.token
  const back = (status: 422 | 429, text: string) =>
    staffEnded(c, { status, errors: [{ field: null, text }] })
  if (signed.kind !== 'wait')
    return back(422, signed.kind === 'copied' ? t.account.keyCopied : t.account.keyWrong)
  c.header('Retry-After', String(signed.seconds))
  return back(429, t.session.tooMany(Math.ceil(signed.seconds / 60)))
}

/** The session, with what a form that brings the second step has shown of it; or the answer to that. */
export async function secondAgain(
  c: AppContext,
  session: StaffSession,
): Promise<StaffSession | Response> {
  const posted = session.second ? await lateForm(c) : null
  const typed = posted?.typed[AGAIN.code]
  if (typed === undefined) return session
  const shown = await showSecond(c, session, { typed, key: posted?.typed[AGAIN.passkey] ?? '' })
  if (shown.kind === 'shown') return { ...session, owes: false, provedAt: c.var.now }
  const back = (status: 422 | 429, text: string) =>
    staffEnded(c, {
      ...{ status, errors: [{ field: AGAIN.code, text }] },
      ...{ ask: 'second', whose: session.staff.id },
    })
  if (shown.kind === 'wait') c.header('Retry-After', String(shown.seconds))
  return back(shown.kind === 'wait' ? 429 : 422, notShown(c.var.t, shown))
}

function missingIn(t: Words, email: string, password: string): FieldError[] {
  return [
    ...(email.includes('@') ? [] : [{ field: AGAIN.email, text: t.session.emailMissing }]),
    ...(password ? [] : [{ field: AGAIN.password, text: t.session.passwordMissing }]),
  ]
}
