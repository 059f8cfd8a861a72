import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from '../http.ts'
import { rowAt } from '../paths.ts'
import type { ErrorCode } from '../words/id/errors.ts'

/** As small as what was asked for: it stands inside another site's page. Null: this does not. */
export async function refuseEmbedded(
  c: AppContext,
  status: ContentfulStatusCode,
  code: ErrorCode,
): Promise<Response | null> {
  const row = rowAt(c.req.path)
  const { t, city } = c.var
  if (!row?.embed || !city) return null
  if (row.at.endsWith('.svg')) {
    const { refusedBadge } = await import('../views/widget/badge.ts')
    const words = code === 404 ? t.widget.unknown : t.errors[code].title
    return c.body(refusedBadge(words), status, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
  }
  if (row.get !== 'page') return null
  const { WidgetRefused } = await import('../views/widget/frame.tsx')
  c.status(status)
  return c.render(
    <WidgetRefused t={t} settings={city.settings} origin={c.env.PUBLIC_URL} code={code} />,
  )
}
