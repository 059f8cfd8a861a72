import { HTTPException } from 'hono/http-exception'
import { type AppContext, isChange } from '../http.ts'

interface Door {
  href: string
  /** 'sent': to that page, too. 'stays': 401, so that its page keeps what was typed. */
  form: 'sent' | 'stays'
}

/** The one road of every form that comes too late: its words will be kept here. */
export function sessionEnded(c: AppContext, { href, form }: Door): Response {
  if (form === 'stays' && !wantsPage(c)) throw new HTTPException(401)
  return c.redirect(href, 303)
}

function wantsPage(c: AppContext): boolean {
  const wantsJson = (c.req.header('Accept') ?? '').startsWith('application/json')
  return !isChange(c) && !c.req.header('HX-Request') && !wantsJson
}
