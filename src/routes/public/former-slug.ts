import { agencyLed } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import { build, type PathTaking } from '../../paths.ts'

/** An address under the name that an agency once had leads to the one it has now; else 404. */
export function formerSlug(c: AppContext, path: PathTaking<'slug'>): Response | Promise<Response> {
  const agency = agencyLed(c.var.city, c.req.param('slug') ?? '')
  return agency ? c.redirect(build(path, { slug: agency.slug }), 301) : c.notFound()
}
