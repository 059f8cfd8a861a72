import { HTTPException } from 'hono/http-exception'
import { type AppContext, isChange } from '../http.ts'

/** Where somebody shows again who they are, and what a form is told meanwhile. */
interface Door {
  href: string
  /** 'sent': to that page, too. 'stays': 401, so that its page keeps what was typed. */
  form: 'sent' | 'stays'
}

/**
 * What a request gets whose session is over, a reporter's or one of the staff's: a page that was
 * asked for is sent to where the session begins anew. This is the one place through which every
 * form goes that comes too late, and so the place where its words will be kept.
 */
export function sessionEnded(c: AppContext, { href, form }: Door): Response {
  if (form === 'stays' && !wantsPage(c)) throw new HTTPException(401)
  return c.redirect(href, 303)
}

function wantsPage(c: AppContext): boolean {
  const wantsJson = (c.req.header('Accept') ?? '').startsWith('application/json')
  return !isChange(c) && !c.req.header('HX-Request') && !wantsJson
}
