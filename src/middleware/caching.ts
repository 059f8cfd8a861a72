import type { AppContext } from '../http.ts'

/**
 * Opts a page that everyone sees alike in to the edge cache: fresh for a minute, stale for ten
 * more. With `etag` (any text that changes with the page) it returns the 304 for who has it:
 * `return cachePublic(c, { tags, etag }) ?? c.render(…)`.
 */
export const cachePublic = (
  c: AppContext,
  { tags, etag }: { tags: readonly string[]; etag?: string },
): Response | null => {
  c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=600')
  if (tags.length > 0) c.header('Cache-Tag', tags.join(','))
  return etag === undefined ? null : notModified(c, etag)
}

/**
 * For a page that needs a key or a session: kept by its own browser only and asked for each
 * time. `etag` names version, language, working day and clock state. Returns the 304 for who
 * has this very page: `return cacheKeyed(c, etag) ?? c.render(…)`.
 */
export const cacheKeyed = (c: AppContext, etag: string): Response | null => {
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  return notModified(c, etag)
}

/** Weak, since one page is sent in several encodings. */
const notModified = (c: AppContext, etag: string): Response | null => {
  const tag = `"${encodeURIComponent(etag)}"`
  c.header('ETag', `W/${tag}`)
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim())
  const same = known.some((one) => one === '*' || one.replace(/^W\//, '') === tag)
  return same ? c.body(null, 304) : null
}
