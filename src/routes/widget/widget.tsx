import { Hono } from 'hono'
import { WIDGET_SCRIPT } from '../../client/widget-script.ts'
import { agencyBySlug } from '../../domain/city.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { badgeSvg } from '../../views/widget/badge.ts'
import { WidgetFrame } from '../../views/widget/frame.tsx'
import { publicFigures } from '../public/figures-of.ts'

/** Three tiers from one address: badge, frame, script. No cookie, no key, nothing personal. */
export const widget = new Hono<AppEnv>()

widget.get(patterns.badge, async (c) => {
  const found = await agencyFigures(c, 'slug')
  if (!found) return c.notFound()
  cachePublic(c, { tags: ['angka', `opd-${found.agency.slug}`] })
  const svg = badgeSvg(found.agency, found.figures)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
})

widget.get(patterns.frame, async (c) => {
  const found = await agencyFigures(c, 'slug')
  if (!found) return c.notFound()
  cachePublic(c, { tags: ['angka', `opd-${found.agency.slug}`] })
  return c.render(
    <WidgetFrame settings={c.var.city.settings} origin={c.env.PUBLIC_URL} {...found} />,
  )
})

widget.get(patterns.widgetScript, (c) => {
  cachePublic(c, { tags: ['widget'] })
  return c.body(WIDGET_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
})

const agencyFigures = async (c: AppContext, param: string) => {
  const agency = agencyBySlug(c.var.city, c.req.param(param) ?? '')
  if (!agency) return null
  const { figures } = await publicFigures(c, `agency:${agency.id}`, agency.id)
  return { agency, figures }
}
