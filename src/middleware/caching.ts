import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../http.ts'
import { sha256Hex } from '../seal/digest.ts'

export function cachePublic(c: AppContext, { tags }: { tags: readonly string[] }): void {
  c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=600')
  if (tags.length > 0) c.header('Cache-Tag', tags.join(','))
}

/** What is another under another name. */
export function cacheForEver(c: AppContext): void {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

/** A 304 leaves out only what describes the body: its other headers replace the browser's. */
export const unchanged = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status !== 200 || !/^public\b/.test(c.res.headers.get('Cache-Control') ?? '')) return
  const body = await c.res.arrayBuffer()
  const headers = new Headers(c.res.headers)
  const tag = (await sha256Hex(new Uint8Array(body))).slice(0, 16)
  headers.set('ETag', `W/"${tag}"`)
  const known = isKnown(c, tag)
  if (known) headers.delete('Content-Type')
  // without this Hono would lay the headers of the first answer over those of the second
  c.res = undefined
  c.res = known ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
})

/** `etag` names version, language, working day and clock state. */
export function cacheKeyed(c: AppContext, etag: string): Response | null {
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  return notModified(c, etag)
}

/** What never changes, for the one session that may see it. */
export function cacheOwn(c: AppContext): void {
  c.header('Cache-Control', 'private, max-age=86400, immutable')
  c.header('Vary', 'Cookie')
}

/** Weak, since one page is sent in several encodings. */
function notModified(c: AppContext, etag: string): Response | null {
  const tag = encodeURIComponent(etag)
  c.header('ETag', `W/"${tag}"`)
  return isKnown(c, tag) ? c.body(null, 304) : null
}

function isKnown(c: AppContext, tag: string): boolean {
  return (c.req.header('If-None-Match') ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//, '') === `"${tag}"`)
}
