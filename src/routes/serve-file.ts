import type { AttachmentRow } from '../db/dossier.ts'
import type { FileType } from '../files/accept.ts'
import type { AppContext } from '../http.ts'
import { cacheKeyed } from '../middleware/caching.ts'
import { getAttachment } from '../storage/attachments.ts'
import { responseHeadersFor } from '../storage/serving.ts'

/** Asked for each time: once withdrawn, or the session left, it is shown to nobody any more. */
export async function serveFile(c: AppContext, file: AttachmentRow | undefined): Promise<Response> {
  if (!file?.key) return c.notFound()
  const inert = responseHeadersFor(file.type as FileType)
  // on a 304 too: its headers replace those that the browser has kept
  for (const [name, value] of Object.entries(inert)) c.header(name, value)
  const known = cacheKeyed(c, file.digest)
  if (known) return known
  const stored = await getAttachment(c.env.FILES, file.key)
  if (!stored) return gone(c, Object.keys(inert))
  c.header('Content-Length', String(stored.bytes))
  return c.body(stored.body)
}

function gone(c: AppContext, headers: string[]): Response | Promise<Response> {
  for (const name of [...headers, 'ETag']) c.header(name, undefined)
  return c.notFound()
}
