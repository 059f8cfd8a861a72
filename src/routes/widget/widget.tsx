import { Hono } from 'hono'
import { oneTrip } from '../../db/trip.ts'
import { agencyBySlug } from '../../domain/city/city.ts'
import type { AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { askFiguresOf } from '../public/figures-of.ts'
import { formerSlug } from '../public/former-slug.ts'

/** Three tiers from one address: badge, frame, script. No cookie, no key, nothing personal. */
export const widget = new Hono<AppEnv>()

widget.get(patterns.badge, async (c) => {
  const agency = agencyBySlug(c.var.city, c.req.param('slug'))
  if (!agency) return formerSlug(c, 'badge')
  const [{ figures }] = await oneTrip(c.var.db, [askFiguresOf(c, agency)])
  cachePublic(c, { tags: ['angka', `opd-${agency.slug}`] })
  const { badgeSvg } = await import('../../views/widget/badge.ts')
  const svg = badgeSvg(c.var.t, agency, figures)
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' })
})

widget.get(patterns.frame, async (c) => {
  const agency = agencyBySlug(c.var.city, c.req.param('slug'))
  if (!agency) return formerSlug(c, 'frame')
  const [{ figures }] = await oneTrip(c.var.db, [askFiguresOf(c, agency)])
  cachePublic(c, { tags: ['angka', `opd-${agency.slug}`] })
  const { WidgetFrame } = await import('../../views/widget/frame.tsx')
  return c.render(
    <WidgetFrame
      t={c.var.t}
      settings={c.var.city.settings}
      origin={c.env.PUBLIC_URL}
      {...{ agency, figures }}
    />,
  )
})

widget.get(patterns.widgetScript, async (c) => {
  const { widgetScript } = await import('../../client/widget-script.ts')
  cachePublic(c, { tags: ['widget'] })
  return c.body(widgetScript(c.var.t), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
})
