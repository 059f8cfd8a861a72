import type { AttachmentRow } from '../db/dossier.ts'
import type { FileType } from '../domain/media/accept.ts'
import type { AppContext } from '../http.ts'
import { getAttachment } from '../storage/attachments.ts'
import { responseHeadersFor } from '../storage/serving.ts'

/** Streams a stored file with inert headers; 404 when it is gone or was never there. */
export const serveFile = async (
  c: AppContext,
  file: AttachmentRow | undefined,
): Promise<Response> => {
  const stored = file?.key ? await getAttachment(c.env.FILES, file.key) : null
  if (!file || !stored) return c.notFound()
  for (const [name, value] of Object.entries(responseHeadersFor(file.type as FileType)))
    c.header(name, value)
  c.header('Content-Length', String(stored.bytes))
  c.header('Cache-Control', 'private, max-age=300')
  return c.body(stored.body)
}
