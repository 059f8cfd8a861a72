import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type AppContext, isChange } from '../http.ts'
import type { FieldError } from './field-error.ts'
import { type Kept, keptOf, takesForm } from './kept.ts'
import { type Posted, readHead } from './read.ts'

export interface Ended {
  /** Path of the form that came too late. */
  action: string
  /** null: a page was asked for, and nothing was sent. */
  kept: Kept | null
  errors: FieldError[]
  /** Alone, without a page around it. */
  part: boolean
}

interface Door {
  /** Where a session begins. */
  href: string
  /** The page says itself that the session has ended, where a script asked for it. */
  draw: (ended: Ended) => { toString(): string | Promise<string> }
}

interface Again {
  status: ContentfulStatusCode
  errors: FieldError[]
}

const FIRST: Again = { status: 401, errors: [] }

/** The one road of every form that comes too late: its words go back with the question who is there. */
export async function sessionEnded(
  c: AppContext,
  { href, draw }: Door,
  { status, errors }: Again = FIRST,
): Promise<Response> {
  if (isForProgram(c)) throw new HTTPException(401)
  const kept = await keptOf(c)
  if (!kept && isChange(c)) throw new HTTPException(401)
  if (!kept && !c.req.header('HX-Request')) return c.redirect(href, 303)
  const part = isPart(c)
  const { pathname } = new URL(c.req.url)
  const page = draw({ action: pathname, kept, errors, part })
  c.status(status)
  return part ? c.html(await page.toString()) : c.render(page)
}

/** htmx puts an answer of any status where the form stood. */
export function isPart(c: AppContext): boolean {
  return c.req.header('HX-Request-Type') === 'partial'
}

/** Of a form whose session has yet to be shown: as far as its first file, which waits for that. */
export async function lateForm(c: AppContext): Promise<Posted | null> {
  return takesForm(c) ? readHead(c) : null
}

/** A page asked for as plain text leads to where the session begins, as it does for a browser. */
function isForProgram(c: AppContext): boolean {
  const accepts = c.req.header('Accept') ?? ''
  if (accepts.startsWith('text/plain')) return isChange(c)
  return accepts.startsWith('application/json')
}
