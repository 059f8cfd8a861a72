import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { REPORTER_COOKIES, STAFF_COOKIE } from '../auth/cookies.ts'
import { lateForm } from '../forms/ended-session.ts'
import { AGAIN } from '../forms/kept.ts'
import { readHead } from '../forms/read.ts'
import { type AppContext, type AppEnv, isChange } from '../http.ts'
import { isForStaff, needsNoCookie, type PathRow } from '../path-row.ts'
import { rowAt } from '../paths.ts'
import { randomBytes } from '../random.ts'
import { sameHash } from '../seal/digest.ts'
import { csrfToken, maskToken, unmaskToken } from '../seal/form-token.ts'
import { refuse } from './refuse.ts'

export const TOKEN_FIELD = 'sesi'

/** Without Sec-Fetch-Site and Origin only a form token counts (docs/data.md, Reporter access). */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const origin = originOf(c)
  if (origin === 'cross') refuse(403, c.var.t.requests.otherSite)
  const row = rowAt(c.req.path)
  if (origin === 'same' || (row && needsNoCookie(row)) || (await showsWho(c, row))) return next()
  const sessions = sessionsOf(c, row)
  if (sessions.length > 0 && !(await holdsToken(c, sessions)))
    refuse(403, c.var.t.requests.unknownOrigin)
  await next()
})

/**
 * That it came from a page of ours, for who has a session to send it with. Asked of what was refused
 * before that was looked at.
 */
export async function isOurs(c: AppContext): Promise<boolean> {
  const origin = originOf(c)
  return origin === 'unknown' ? holdsToken(c, sessionsOf(c, rowAt(c.req.path))) : origin === 'same'
}

/** Key or password in the body: its guard asks for them then, and looks at no cookie. */
async function showsWho(c: AppContext, row: PathRow | undefined): Promise<boolean> {
  if (!row || row.guard === 'own') return false
  const posted = await lateForm(c)
  return posted?.has(isForStaff(row) ? AGAIN.password : AGAIN.key) === true
}

function originOf(c: AppContext): 'same' | 'cross' | 'unknown' {
  const site = c.req.header('Sec-Fetch-Site')
  if (site === 'same-origin') return 'same'
  // 'none' is a person's own doing, such as a page restored; it proves nothing about the form
  if (site && site !== 'none') return 'cross'
  const origin = c.req.header('Origin')
  if (!origin || origin === 'null') return 'unknown'
  return origin === new URL(c.req.url).origin || origin === c.env.PUBLIC_URL ? 'same' : 'cross'
}

/** Reporters by the complaint, so that a renewed cookie keeps its forms. */
function sessionsOf(c: AppContext, row: PathRow | undefined): string[] {
  const desk = row !== undefined && isForStaff(row)
  return Object.entries(getCookie(c)).flatMap(([name, value]) => {
    if (name === STAFF_COOKIE) return [`${name} ${value}`]
    return name.startsWith(REPORTER_COOKIES) && !desk ? [name] : []
  })
}

export async function isFromOwnForm(c: AppContext, reference: string): Promise<boolean> {
  return (
    !isChange(c) || originOf(c) === 'same' || (await holdsToken(c, [REPORTER_COOKIES + reference]))
  )
}

async function holdsToken(c: AppContext, sessions: string[]): Promise<boolean> {
  const { typed } = await readHead(c)
  const sent = typed[TOKEN_FIELD] ?? afterDot(typed.kiriman)
  if (sent === undefined) return false
  const given = unmaskToken(sent)
  const expected = await Promise.all(sessions.map((one) => csrfToken(c.env.SERVER_SECRET, one)))
  return expected.some((token) => sameHash(token, given))
}

/** A reporter's own forms carry version and token in one field (routes/public/status-token.ts). */
function afterDot(field: string | undefined): string | undefined {
  return field?.split('.')[1]
}

const minted = new WeakMap<Request, { cookie: string; token: Promise<string> }>()

/** Masked: a page of the desk says again what was looked for, beside it. One for all forms of a page. */
export function staffFormToken(c: AppContext): Promise<string> {
  const cookie = c.var.staffCookie ?? getCookie(c, STAFF_COOKIE) ?? ''
  const known = minted.get(c.req.raw)
  if (known?.cookie === cookie) return known.token
  const token = masked(c, `${STAFF_COOKIE} ${cookie}`)
  minted.set(c.req.raw, { cookie, token })
  return token
}

async function masked(c: AppContext, session: string): Promise<string> {
  return maskToken(await csrfToken(c.env.SERVER_SECRET, session), randomBytes)
}

/** The same each time: these pages say nothing of what an address brings, and have an ETag. */
export function reporterFormToken(c: AppContext, reference: string): Promise<string> {
  return csrfToken(c.env.SERVER_SECRET, REPORTER_COOKIES + reference)
}
