import type { MiddlewareHandler } from 'hono'
import type { AppContext, AppEnv } from '../../http.ts'
import { unsentOf } from '../../middleware/unsent.ts'
import { build, rowAt } from '../../paths.ts'
import { NotHere } from '../../views/desk/not-here.tsx'
import { frameOf } from './desk-page.tsx'

/**
 * Whoever is signed in is told in the desk, with a way on, what is not there for them. A form's own
 * address, which shows nothing, leads to the page that the form stands on.
 */
export const notHere: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const { status } = c.res
  if (!c.var.staff || (status !== 404 && status !== 403) || !isPage(c)) return
  const above = c.req.method === 'GET' ? pageAbove(c.req.path) : null
  if (above) {
    c.res = c.redirect(above, 303)
    return
  }
  c.status(status)
  c.res = await page(c, status)
}

async function page(c: AppContext, code: 403 | 404): Promise<Response> {
  return c.render(
    <NotHere
      t={c.var.t}
      frame={await frameOf(c)}
      code={code}
      queue={build('desk')}
      unsent={await unsentOf(c, code)}
    />,
  )
}

function isPage(c: AppContext): boolean {
  const isHtml = c.res.headers.get('Content-Type')?.startsWith('text/html') === true
  return isHtml && c.req.header('HX-Request-Type') !== 'partial'
}

/** Null where the address shows something itself. */
function pageAbove(path: string): string | null {
  const row = rowAt(path)
  if (!row?.post || row.get) return null
  const above = path.slice(0, path.lastIndexOf('/'))
  return rowAt(above)?.get === 'page' ? above : pageAbove(above)
}
