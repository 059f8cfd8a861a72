import type { AttachmentRow } from '../db/dossier.ts'
import { forgetPreview } from '../db/previews.ts'
import type { FileType } from '../files/accept.ts'
import type { AppContext } from '../http.ts'
import { cacheKeyed, cacheOwn, cachePublic } from '../middleware/caching.ts'
import { getAttachment, previewKey } from '../storage/attachments.ts'
import { responseHeadersFor } from '../storage/serving.ts'

/**
 * With `?kecil` the small picture of it, so that whoever may not open a file may not see that either.
 * `tags`: of the edge cache, where anyone may.
 */
export function serveFile(
  c: AppContext,
  file: AttachmentRow | undefined,
  tags?: readonly string[],
): Response | Promise<Response> {
  if (!file?.key) return c.notFound()
  if (c.req.query('kecil') === undefined) return serveWhole(c, file, file.key)
  return file.preview === 'made' ? serveSmall(c, file, file.key, tags) : c.notFound()
}

/** Asked for each time: once withdrawn, or the session left, it is shown to nobody any more. */
async function serveWhole(c: AppContext, file: AttachmentRow, key: string): Promise<Response> {
  const inert = responseHeadersFor(file.type as FileType)
  // on a 304 too: its headers replace those that the browser has kept
  for (const [name, value] of Object.entries(inert)) c.header(name, value)
  const known = cacheKeyed(c, file.digest)
  if (known) return known
  const stored = await getAttachment(c.env.FILES, key)
  if (!stored) return gone(c, Object.keys(inert))
  c.header('Content-Length', String(stored.bytes))
  return c.body(stored.body)
}

/** Asked for once: its bytes never change. A public one leaves the edge with its report's page. */
async function serveSmall(
  c: AppContext,
  file: AttachmentRow,
  key: string,
  tags: readonly string[] | undefined,
): Promise<Response> {
  const stored = await getAttachment(c.env.FILES, previewKey(key))
  if (!stored) {
    c.executionCtx.waitUntil(forgetPreview(c.var.db, file.id))
    return c.notFound()
  }
  for (const [name, value] of Object.entries(responseHeadersFor('image/jpeg')))
    c.header(name, value)
  if (tags) cachePublic(c, { tags })
  else cacheOwn(c)
  c.header('Content-Length', String(stored.bytes))
  return c.body(stored.body)
}

function gone(c: AppContext, headers: string[]): Response | Promise<Response> {
  for (const name of [...headers, 'ETag']) c.header(name, undefined)
  return c.notFound()
}
